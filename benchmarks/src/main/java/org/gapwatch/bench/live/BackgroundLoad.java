package org.gapwatch.bench.live;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.bench.workload.Workload;

/** Publishes events at the intake at an even rate until it is closed. */
final class BackgroundLoad implements AutoCloseable {

    private static final int MILLIS_APART = 10;

    private final Thread thread;
    private volatile boolean open = true;

    /** Begins at once; where the events end, it goes on with the same of other capabilities. */
    BackgroundLoad(Cluster cluster, Workload events, double perSecond) {
        thread = Thread.ofPlatform().daemon().name("bench-load").start(() -> publish(cluster, events, perSecond));
    }

    private void publish(Cluster cluster, Workload events, double perSecond) {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of("linger.ms", 5))) {
            Iterator<Published> next = events.iterator();
            long start = System.nanoTime();
            long sent = 0;
            int number = 0;
            while (open) {
                long due = (long) ((System.nanoTime() - start) / 1e9 * perSecond);
                for (; sent < due; sent++) {
                    if (!next.hasNext()) {
                        next = events.another(++number).iterator();
                    }
                    producer.send(Loader.intake(next.next()));
                }
                TimeUnit.MILLISECONDS.sleep(MILLIS_APART);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
    }
}
