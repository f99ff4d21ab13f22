package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
 * producer of its name in the middle of a batch, as after a pause that was too long, the service stops and starts, and
 * other instances come and go.
 */
class IntakeExactlyOnceTest {

    private static final int EVENTS = 30_000;
    private static final int BURST = 2_000;
    private static final int MOST = 100_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
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
                    .until(() -> count("once-", Topics.PRODUCTION_LINES).size()
                            + count("once-", Topics.REJECTED_EVENTS).size() >= EVENTS);
        } finally {
            service.close();
        }
        eachIsThereOnce("once-", EVENTS);
    }

    /** Partitions change hands while a backlog is read in large batches. */
    @Test
    void nothingIsLostAndNothingIsDoubledWhileInstancesComeAndGo() throws Exception {
        var published = new AtomicInteger();
        var done = new AtomicBoolean();
        var publishing = Thread.ofVirtual().start(() -> {
            try (var producer = Kafka.producer(Servers.kafka())) {
                while (!done.get() && published.get() < MOST) {
                    for (int i = 0; i < BURST; i++) {
                        int id = published.getAndIncrement();
                        String event = Events.opened("urn:moving", "moving-" + id, "drones.c" + id % 7,
                                id % 10 == 0 ? "-1" : "1");
                        var _ = producer.send(
                                Kafka.record(Topics.INTAKE_PRODUCTION, event.getBytes(StandardCharsets.UTF_8)));
                    }
                    producer.flush();
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (var _ = instance()) {
            for (int i = 0; i < 3; i++) {
                instance().close();
            }
            done.set(true);
            publishing.join();
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                    .until(() -> count("moving-", Topics.PRODUCTION_LINES).size()
                            + count("moving-", Topics.REJECTED_EVENTS).size() >= published.get());
        }
        eachIsThereOnce("moving-", published.get());
    }

    private static void eachIsThereOnce(String prefix, int events) {
        var accepted = count(prefix, Topics.PRODUCTION_LINES);
        var rejected = count(prefix, Topics.REJECTED_EVENTS);
        assertThat(accepted.values()).containsOnly(1L);
        assertThat(rejected.values()).containsOnly(1L);
        assertThat(accepted).hasSize(events * 9 / 10).doesNotContainKeys(rejected.keySet().toArray(String[]::new));
        assertThat(rejected).hasSize(events / 10);
    }

    private static RunningService instance() {
        return RunningService.start(ProductionService.application(), "gapwatch.mongodb.single-writer=false");
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

    /** How often each event whose id begins so lies in a topic, by id. */
    private static Map<String, Long> count(String prefix, String topic) {
        return Kafka.committed(Servers.kafka(), topic).stream().map(record -> {
            String header = Kafka.header(record, "ce_id");
            String value = new String(record.value(), StandardCharsets.UTF_8);
            int at = value.indexOf(prefix);
            return !header.isEmpty() ? header : at < 0 ? "" : value.substring(at, value.indexOf('"', at));
        }).filter(id -> id.startsWith(prefix)).collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
