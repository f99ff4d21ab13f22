package org.gapwatch.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** That a record which the feed has left out, sent twice or in another order is found. */
class FeedClientTest {

    private static final List<String> TOLD = IntStream.range(0, 6)
            .mapToObj(n -> "{\"n\":%d,\"status\":\"%s\"}".formatted(n, n % 2 == 0 ? "ACTIVE" : "RESOLVED")).toList();

    private static Findings findings(List<String> snapshot, List<String> seen, boolean fromTheFirst) {
        List<ConsumerRecord<byte[], byte[]>> alerts = IntStream.range(0, TOLD.size())
                .mapToObj(n -> Records.of(n, "alert-" + n, TOLD.get(n))).toList();
        Findings findings = new Findings();
        FeedClient.check(alerts, snapshot, seen, fromTheFirst, findings);
        return findings;
    }

    private static List<String> changed(int from, int removed, String... added) {
        List<String> seen = new ArrayList<>(TOLD);
        seen.subList(from, from + removed).clear();
        seen.addAll(from, List.of(added));
        return seen;
    }

    @Test
    void whatIsRightIsFoundRight() {
        assertThat(findings(List.of(), TOLD, true).words()).isEmpty();
        assertThat(findings(List.of(TOLD.get(0), TOLD.get(2)), TOLD.subList(4, 6), false).words()).isEmpty();
    }

    @Test
    void aRecordLeftOutIsFound() {
        assertThat(findings(List.of(), changed(3, 1), true).lost()).isEqualTo(1);
        assertThat(findings(List.of(), TOLD.subList(0, 5), true).lost()).isEqualTo(1);
        assertThat(findings(List.of(), changed(3, 1), false).none()).isFalse();
    }

    @Test
    void aRecordTwiceIsFound() {
        assertThat(findings(List.of(), changed(3, 0, TOLD.get(2)), true).duplicated()).isEqualTo(1);
        List<String> late = List.of(TOLD.get(4), TOLD.get(4), TOLD.get(5));
        assertThat(findings(List.of(TOLD.get(0), TOLD.get(2)), late, false).none()).isFalse();
    }

    @Test
    void anotherOrderIsFound() {
        assertThat(findings(List.of(), changed(3, 2, TOLD.get(4), TOLD.get(3)), true).wrong()).isEqualTo(1);
    }

    @Test
    void anotherSnapshotIsFound() {
        assertThat(findings(List.of(TOLD.get(0)), TOLD.subList(4, 6), false).lost()).isEqualTo(1);
        assertThat(findings(List.of(TOLD.get(0)), TOLD, true).lost()).isEqualTo(1);
    }
}
