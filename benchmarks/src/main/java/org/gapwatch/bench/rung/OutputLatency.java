package org.gapwatch.bench.rung;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Watch;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.contract.EventType;

/**
 * The time from an event on a canonical topic to its alert among the committed records, one event after the other. Each is
 * an order of a capability of its own, due this month, for which nobody produces: it opens an alert at once.
 */
final class OutputLatency {

    /** Pauses of random length, so that probes do not fall into step with commits. */
    private static final int MAX_PAUSE_MILLIS = 120;

    private OutputLatency() {
    }

    /** Milliseconds, of so many probes; leaves them behind on the canonical topics. */
    static List<Double> measure(Cluster cluster, Outputs outputs, int probes) throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        List<Double> millis = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of("linger.ms", 0));
                KafkaConsumer<byte[], byte[]> alerts = cluster.consumer("bench-output-latency")) {
            alerts.assign(cluster.ends(List.of(outputs.alerts())).keySet());
            alerts.seekToEnd(alerts.assignment());
            alerts.assignment().forEach(alerts::position);
            for (int i = 0; i < probes; i++) {
                String capability = outputs.application().toLowerCase(Locale.ROOT) + Watch.PROBE + i;
                long sent = System.nanoTime();
                var _ = producer.send(Loader.canonical(order(capability)));
                while (!opened(alerts, capability)) {
                    if (System.nanoTime() - sent > Duration.ofMinutes(1).toNanos()) {
                        throw new IllegalStateException("No alert of " + capability + " within a minute");
                    }
                }
                millis.add((System.nanoTime() - sent) / 1e6);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_PAUSE_MILLIS));
            }
        }
        return millis;
    }

    private static boolean opened(KafkaConsumer<byte[], byte[]> alerts, String capability) {
        boolean opened = false;
        for (ConsumerRecord<byte[], byte[]> alert : alerts.poll(Duration.ofMillis(5))) {
            opened |= new String(alert.key(), StandardCharsets.UTF_8).startsWith(capability + ":");
        }
        return opened;
    }

    private static Published order(String capability) {
        return new Published(EventType.ORDER_PLACED, "urn:bench:latency", capability,
                Workload.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), capability,
                "{\"orderId\":\"" + capability + "\",\"capability\":\"" + capability
                        + "\",\"schedule\":[{\"dueOn\":\"" + Workload.TODAY + "\",\"quantity\":10}]}");
    }
}
