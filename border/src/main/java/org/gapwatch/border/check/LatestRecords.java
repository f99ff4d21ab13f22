package org.gapwatch.border.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the latest records of several partitions, by the broker's time. */
final class LatestRecords {

    /** Milliseconds since 1970: in the year 2248. */
    private static final long LATEST = 1L << 43;

    private final Consumer<byte[], byte[]> consumer;
    private final BooleanSupplier going;
    private final Map<TopicPartition, Long> ends;

    /**
     * Of the partitions that the ends are of.
     *
     * @param ends up to where they are read
     * @param going whether to read on: false ends all reading early
     */
    LatestRecords(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, BooleanSupplier going) {
        this.consumer = consumer;
        this.ends = ends;
        this.going = going;
        consumer.assign(ends.keySet());
    }

    /** Tells the latest {@code count} records, or all where there are fewer: those of a partition in their order. */
    void read(int count, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        if (ahead(beginnings) <= count) {
            readFrom(beginnings, action);
            return;
        }
        Map<TopicPartition, Long> from = beginnings;
        long[] times = {};
        // The marks that transactions leave take offsets too, so there may be more offsets than records.
        for (long offsets = count; times.length < count && going.getAsBoolean(); offsets *= 2) {
            from = offsets < ahead(beginnings) ? start(offsets) : beginnings;
            times = times(from);
            if (from.equals(beginnings)) {
                break;
            }
        }
        readLatest(count, times, from, action);
    }

    private void readLatest(int count, long[] times, Map<TopicPartition, Long> from,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        Arrays.sort(times);
        long oldest = times.length <= count ? Long.MIN_VALUE : times[times.length - count];
        long[] leftOfOldest = {count - Arrays.stream(times).filter(time -> time > oldest).count()};
        readFrom(from, record -> {
            if (record.timestamp() > oldest || (record.timestamp() == oldest && leftOfOldest[0]-- > 0)) {
                action.accept(record);
            }
        });
    }

    private long[] times(Map<TopicPartition, Long> from) {
        LongStream.Builder times = LongStream.builder();
        readFrom(from, record -> times.add(record.timestamp()));
        return times.build().toArray();
    }

    private void readFrom(Map<TopicPartition, Long> from,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        from.forEach(consumer::seek);
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        while (going.getAsBoolean() && !left.isEmpty()) {
            for (var record : consumer.poll(Duration.ofMillis(500))) {
                if (record.offset() < left.getOrDefault(new TopicPartition(record.topic(), record.partition()),
                        Long.MIN_VALUE)) {
                    action.accept(record);
                }
            }
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    /** The latest places from which at least so many offsets lie ahead; the time since which they do is found by halving. */
    private Map<TopicPartition, Long> start(long offsets) {
        long enough = 0;
        long tooFew = LATEST;
        while (tooFew - enough > 1) {
            long middle = (enough + tooFew) >>> 1;
            if (ahead(since(middle)) >= offsets) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return since(enough);
    }

    private Map<TopicPartition, Long> since(long time) {
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

    private long ahead(Map<TopicPartition, Long> from) {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), end.getValue())).sum();
    }
}
