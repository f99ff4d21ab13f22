package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.Test;

/**
 * Every event is accepted once or rejected once, whatever happens to the listener: its transactions are ended by another
 * producer of its name in the middle of a batch, as after a pause that was too long, and the service stops and starts.
 */
class IntakeExactlyOnceTest {

    private static final int EVENTS = 30_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void nothingIsLostAndNothingIsDoubled() {
        long seed = System.nanoTime();
        System.out.println("IntakeExactlyOnceTest seed " + seed);
        var random = new Random(seed);
        var service = start();
        try (var producer = Kafka.producer(Servers.kafka())) {
            for (int i = 0; i < EVENTS; i++) {
                // Every tenth is bad, for it has a capacity below 0.
                String event = Events.opened("urn:once", "once-" + i, "drones.c" + i % 7, i % 10 == 0 ? "-1" : "1");
                var _ = producer.send(
                        Kafka.record(Topics.INTAKE_PRODUCTION, event.getBytes(StandardCharsets.UTF_8)));
                if (random.nextInt(EVENTS / 12) == 0) {
                    fence();
                }
                if (i == EVENTS / 3 || i == EVENTS * 2 / 3) {
                    service.close();
                    service = start();
                }
            }
            producer.flush();
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                    .until(() -> count(Topics.PRODUCTION_LINES).size()
                            + count(Topics.REJECTED_EVENTS).size() >= EVENTS);
        } finally {
            service.close();
        }
        var accepted = count(Topics.PRODUCTION_LINES);
        var rejected = count(Topics.REJECTED_EVENTS);
        assertThat(accepted.values()).containsOnly(1L);
        assertThat(rejected.values()).containsOnly(1L);
        assertThat(accepted).hasSize(EVENTS * 9 / 10).doesNotContainKeys(rejected.keySet().toArray(String[]::new));
        assertThat(rejected).hasSize(EVENTS / 10);
    }

    private static RunningService start() {
        return RunningService.start(ProductionService.application(), "gapwatch.group-instance-id=once");
    }

    /** Takes over the listener's transactional id, which ends the transaction it has open and forbids it new ones. */
    private static void fence() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", Servers.kafka());
        config.put("transactional.id", "gapwatch-production-intake-once-0");
        try (var other = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            other.initTransactions();
        }
    }

    /** How often each event of this test lies in a topic, by id. */
    private static Map<String, Long> count(String topic) {
        return Kafka.committed(Servers.kafka(), topic).stream().map(record -> {
            String header = Kafka.header(record, "ce_id");
            String value = new String(record.value(), StandardCharsets.UTF_8);
            int at = value.indexOf("once-");
            return !header.isEmpty() ? header : at < 0 ? "" : value.substring(at, value.indexOf('"', at));
        }).filter(id -> id.startsWith("once-")).collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
