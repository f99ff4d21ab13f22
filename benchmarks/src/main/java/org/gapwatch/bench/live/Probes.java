package org.gapwatch.bench.live;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
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
final class Probes implements AutoCloseable {

    /** Pauses of random length, so that probes do not fall into step with commits. */
    private static final int MAX_PAUSE_MILLIS = 120;
    private static final int PROMPT = 20;
    private static final Duration KEPT_UP_WITHIN = Duration.ofMinutes(5);

    private final String name;
    private final AlertFeed feed;
    private final Clock clock;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<String, Long> sentAt = new LinkedHashMap<>();
    private int probes;

    /** Probes with a name of their own: an alert opens just once. */
    Probes(String name, Cluster cluster, AlertFeed feed, Clock clock) {
        this.name = name;
        this.feed = feed;
        this.clock = clock;
        producer = cluster.producer(Map.of("linger.ms", 0));
    }

    /** Sends so many, each after the alert of the one before was seen. */
    void oneByOne(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            String capability = send();
            Await.until("the alert of " + capability + " is seen", () -> feed.seenAt(capability) != null);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_PAUSE_MILLIS));
        }
    }

    /**
     * One by one until what came in while all started is worked off: until twenty in a row took less than a second. All
     * probes so far are taken then.
     */
    void untilKeptUp() throws InterruptedException {
        long start = System.nanoTime();
        for (int prompt = 0; prompt < PROMPT;) {
            if (System.nanoTime() - start > KEPT_UP_WITHIN.toNanos()) {
                throw new IllegalStateException("The services do not keep up with the load");
            }
            oneByOne(1);
            prompt = take().getLast() < 1_000 ? prompt + 1 : 0;
        }
    }

    /** Sends one, and does not wait for it. */
    String send() {
        String capability = "bench.latency-" + name + "-" + probes++;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String data = "{\"orderId\":\"" + capability + "\",\"capability\":\"" + capability
                + "\",\"schedule\":[{\"dueOn\":\"" + today + "\",\"quantity\":10}]}";
        var record = Loader.intake(new Published(EventType.ORDER_PLACED, "urn:bench:latency", capability,
                clock.instant(), capability, data));
        sentAt.put(capability, System.nanoTime());
        producer.send(record);
        return capability;
    }

    /** Waits until all alerts were seen; milliseconds of each probe since this was last called. */
    List<Double> take() throws InterruptedException {
        Await.until("all alerts are seen", () -> sentAt.keySet().stream().allMatch(each -> feed.seenAt(each) != null));
        List<Double> millis = sentAt.entrySet().stream().map(probe -> millis(probe.getKey(), probe.getValue()))
                .toList();
        sentAt.clear();
        return millis;
    }

    private double millis(String capability, long sent) {
        Long seen = feed.seenAt(capability);
        return seen == null ? Double.NaN : (seen - sent) / 1e6;
    }

    @Override
    public void close() {
        producer.close();
    }
}
