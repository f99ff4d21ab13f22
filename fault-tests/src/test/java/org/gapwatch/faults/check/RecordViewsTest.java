package org.gapwatch.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** That a statement or a rejection which is missing, and one counted twice, is found. */
class RecordViewsTest {

    private static final String REJECTION = """
            {"service":"production-service","source":"s","problems":[{"code":"a"},{"code":"b"},{"code":"b"}]}""";
    private static final String STATEMENT = RecordViews.statement("statements-orders", "c", "o", "s", "1");
    private static final String REJECTED = RecordViews.rejection("production-service", "0000000000000000007");

    private static ConsumerRecord<byte[], byte[]> cancelled() {
        ConsumerRecord<byte[], byte[]> record = Records.of(0, "c", "{\"orderId\":\"o\",\"capability\":\"c\"}");
        Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_source", "s", "ce_time", "2026-01-02T03:04:05Z", "ce_type",
                "org.gapwatch.procurement.order.cancelled.v1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** What the views tell of an event that lies twice in its topic, and of a rejection. */
    private static Digest told() {
        Digest told = new Digest();
        told.put(STATEMENT, "");
        told.put(RecordViews.tally("statements-orders", "s"), "2");
        told.put(REJECTED, REJECTION);
        told.put(RecordViews.tally("rejected-by-source", "s"), "1");
        told.put(RecordViews.tally("rejected-by-source", "s a"), "1");
        told.put(RecordViews.tally("rejected-by-source", "s b"), "1");
        return told;
    }

    private static Findings findings(Digest told) {
        Findings findings = new Findings();
        new RecordViews(List.of(cancelled(), cancelled()), List.of(Records.of(7, "", REJECTION))).check(told, findings);
        return findings;
    }

    @Test
    void whatIsRightIsFoundRight() {
        assertThat(findings(told()).words()).isEmpty();
    }

    @Test
    void whatIsMissingOrCountedTwiceIsFound() {
        Digest told = told();
        told.remove(STATEMENT);
        told.remove(REJECTED);
        told.put(RecordViews.tally("rejected-by-source", "s"), "2");
        assertThat(findings(told).wrong()).isEqualTo(3);
    }
}
