package org.gapwatch.bench.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.bench.harness.Cluster;

/** Alerts of 2 KiB, written straight to the topic of a feed; each says when it was written. */
final class AlertSource implements AutoCloseable {

    private static final int BYTES = 2_048;
    /** So many alerts there are, each with many revisions. */
    private static final int ALERTS = 40;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private long writtenAt;

    AlertSource(Cluster cluster, String topic) {
        this.topic = topic;
        producer = cluster.producer(Map.of("linger.ms", 0));
    }

    /** Writes so many, evenly over time. */
    void publish(int count, int perSecond) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / perSecond;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            producer.send(new ProducerRecord<>(topic, bytes("alert-" + i % ALERTS), bytes(alert(i))));
        }
        producer.flush();
    }

    /** What {@link SseClients} looks for is between two #: microseconds, which no two alerts share. */
    private String alert(int number) {
        writtenAt = Math.max(writtenAt + 1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        String head = """
                {"alertId":"alert-%d","capability":"bench.clients-%1$d","measure":"COVERAGE","status":"ACTIVE",\
                "phase":"WIDENING","severity":"WATCH","news":"UPDATED","note":"#%d#""".formatted(number % ALERTS,
                writtenAt);
        return head + "x".repeat(BYTES - head.length() - 2) + "\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
