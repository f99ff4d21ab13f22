package org.gapwatch.bench.harness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed records of a gaps and an alerts topic until they say just what they must. It is to cost little while
 * it waits: records are looked into only as far as the first that is not right yet.
 */
public final class Watch {

    /** In the names of capabilities that are no part of the workload. */
    public static final String PROBE = "-probe-";

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final FinalGaps right;
    private final Map<String, byte @Nullable []> latest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    /** Whether the first of those open is known to be wrong as long as nothing else is told of it. */
    private boolean wrong;

    private Watch(FinalGaps right) {
        this.right = right;
        right.keys().forEach(this::open);
    }

    /**
     * Waits until both topics say what they must.
     *
     * @param alive whether what is waited for is still at work; where it is not, waiting ends with an exception
     * @return when the last record that was wanted arrived, by {@link System#nanoTime()}
     */
    public static long await(FinalGaps right, Cluster cluster, String gaps, String alerts, BooleanSupplier alive)
            throws ExecutionException, InterruptedException {
        Watch watch = new Watch(right);
        long limit = System.nanoTime() + LIMIT.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer("bench-watch")) {
            consumer.assign(cluster.ends(List.of(gaps, alerts)).keySet());
            consumer.seekToBeginning(consumer.assignment());
            while (true) {
                var records = consumer.poll(Duration.ofMillis(20));
                long arrived = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (!key.contains(PROBE)) {
                        watch.told(key, record.value());
                    }
                }
                if (watch.settled()) {
                    return arrived;
                }
                if (arrived > limit || !alive.getAsBoolean()) {
                    throw new IllegalStateException(watch.missing());
                }
            }
        }
    }

    private void told(String key, byte @Nullable [] value) {
        latest.put(key, value);
        open(key);
        wrong &= !key.equals(open.peekFirst());
    }

    private void open(String key) {
        if (isOpen.add(key)) {
            open.add(key);
        }
    }

    private boolean settled() {
        while (!open.isEmpty() && !wrong) {
            String key = open.getFirst();
            wrong = !right.right(key, latest.get(key));
            if (!wrong) {
                open.removeFirst();
                isOpen.remove(key);
            }
        }
        return open.isEmpty();
    }

    private String missing() {
        String one = open.getFirst();
        byte[] told = latest.get(one);
        return open.size() + " records are not what they should be, for example " + one + ": "
                + (told == null ? "nothing" : FinalGaps.canonical(told)) + " instead of " + right.text(one);
    }
}
