package org.gapwatch.border.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Finds where the latest records of several partitions begin, by the broker's time. */
final class LatestRecords {

    /** Milliseconds since 1970: in the year 2248. */
    private static final long LATEST = 1L << 43;

    private LatestRecords() {
    }

    /**
     * Moves the consumer so that at most {@code count} offsets lie ahead of it, over all partitions the latest ones. The
     * time since which they are is found by halving; records of one millisecond stay together, so it may be fewer.
     */
    static void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, int count) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> from = consumer.beginningOffsets(partitions);
        if (ahead(from, ends) > count) {
            long tooMany = 0;
            long fewEnough = LATEST;
            while (fewEnough - tooMany > 1) {
                long middle = (tooMany + fewEnough) >>> 1;
                if (ahead(since(consumer, middle, ends), ends) > count) {
                    tooMany = middle;
                } else {
                    fewEnough = middle;
                }
            }
            from = since(consumer, fewEnough, ends);
        }
        from.forEach(consumer::seek);
    }

    private static Map<TopicPartition, Long> since(Consumer<?, ?> consumer, long time,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = ends.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> time));
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                offsets.put(partition, found.offset());
            }
        });
        return offsets;
    }

    private static long ahead(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), end.getValue())).sum();
    }
}
