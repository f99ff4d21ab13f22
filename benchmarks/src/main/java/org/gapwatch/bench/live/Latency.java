package org.gapwatch.bench.live;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EventType;

/**
 * The time from publishing one event at the intake to its alert at a client of the feed. Each probe is an order of a
 * capability of its own, due this month, for which nobody produces: it opens an alert at once.
 */
public final class Latency {

    private static final int WARM_UP = 50;
    private static final int PROBES = 300;
    /** Pauses of random length, so that probes do not fall into step with commits. */
    private static final int MAX_PAUSE_MILLIS = 120;

    private final String name;
    private final Cluster cluster;
    private final AlertFeed feed;
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(7);
    private int probes;

    /** Probes with a name of its own: an alert opens just once. */
    Latency(String name, Cluster cluster, AlertFeed feed, Clock clock) {
        this.name = name;
        this.cluster = cluster;
        this.feed = feed;
        this.clock = clock;
    }

    /** What was measured, in milliseconds. */
    public record Percentiles(int probes, double p50, double p99, double max) {
    }

    /** Measures after some probes to warm up. */
    Percentiles measure() throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of("linger.ms", 0))) {
            for (int i = 0; i < WARM_UP + PROBES; i++) {
                double one = probe(producer);
                if (i >= WARM_UP) {
                    millis.add(one);
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_PAUSE_MILLIS));
            }
        }
        Collections.sort(millis);
        return new Percentiles(PROBES, millis.get(PROBES / 2), millis.get(PROBES * 99 / 100), millis.getLast());
    }

    private double probe(KafkaProducer<byte[], byte[]> producer) throws InterruptedException {
        String capability = "bench.latency-" + name + "-" + probes++;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String data = "{\"orderId\":\"" + capability + "\",\"capability\":\"" + capability
                + "\",\"schedule\":[{\"dueOn\":\"" + today + "\",\"quantity\":10}]}";
        var record = Loader.intake(
                new Published(EventType.ORDER_PLACED, "urn:bench:latency", capability, clock.instant(), capability,
                        data));
        long sent = System.nanoTime();
        producer.send(record);
        Await.until("the alert of " + capability + " is seen", () -> feed.seenAt(capability) != null);
        Long seen = feed.seenAt(capability);
        return seen == null ? Double.NaN : (seen - sent) / 1e6;
    }
}
