package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.Test;

/** A few hundred kilobytes that unfold to more than the heap of this test has room for, without a record too large. */
class CompressionBombTest {

    private static final int RECORDS = 9_500;
    private static final int BYTES = 120 << 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void isRejectedRecordByRecordAndStopsNothing() throws Exception {
        assertThat((long) RECORDS * BYTES).isGreaterThan(Runtime.getRuntime().maxMemory());
        byte[] blanks = new byte[BYTES];
        Arrays.fill(blanks, (byte) ' ');
        try (var service = RunningService.start(ProductionService.application());
                var producer = new KafkaProducer<>(Map.of("bootstrap.servers", Servers.kafka(), "compression.type",
                        "zstd", "batch.size", 500_000, "max.in.flight.requests.per.connection", 1),
                        new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                // Half of them have hardly more than a header, which no limit of the value would count.
                var record = i % 2 == 0
                        ? new ProducerRecord<byte[], byte[]>(Topics.INTAKE_PRODUCTION, 0, null, blanks)
                        : new ProducerRecord<byte[], byte[]>(Topics.INTAKE_PRODUCTION, 0, null, new byte[]{' '},
                                List.of(new RecordHeader("ce_bomb", blanks)));
                var _ = producer.send(record);
            }
            producer.send(new ProducerRecord<>(Topics.INTAKE_PRODUCTION, 0, null,
                    Events.opened("urn:bomb", "after", "ships.frigate", "1").getBytes(StandardCharsets.UTF_8))).get();

            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> Kafka
                    .committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                    .anyMatch(record -> Kafka.header(record, "ce_id").equals("after")));
            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
        assertThat(Kafka.committed(Servers.kafka(), Topics.REJECTED_EVENTS).stream()
                .filter(each -> new String(each.value(), StandardCharsets.UTF_8).contains("event-too-large")))
                .hasSizeGreaterThanOrEqualTo(RECORDS);
    }
}
