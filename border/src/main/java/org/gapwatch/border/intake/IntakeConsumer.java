package org.gapwatch.border.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;

/**
 * Reads many records at once, and no more bytes than memory has room for. All of Kafka's own limits but that on the number
 * of records count bytes as they were compressed, and a publisher's batch can unfold to a thousand times of that. So what
 * was fetched is unfolded a few records at a time, until there is enough.
 */
final class IntakeConsumer extends KafkaConsumer<byte[], byte[]> {

    /** Records that are unfolded at a time; the broker limits each (see TopicDefinitions). */
    private static final int STEP = 250;
    /** Records of a batch: enough to make a transaction's cost small, few enough to begin anew quickly. */
    private static final int RECORDS = 10_000;
    private static final long BYTES = 16L << 20;
    /** Batches begin so far apart, where each is small: a transaction costs the broker as much as hundreds of records. */
    private static final Duration APART = Duration.ofMillis(40);
    /** Beyond so many records a batch is worth its transaction. */
    private static final int WORTH_IT = 2_000;
    /** A fetch of what has come takes less. */
    private static final Duration FETCH = Duration.ofMillis(5);

    private long nextBatchAt = System.nanoTime();

    IntakeConsumer(Map<String, Object> config) {
        super(withStep(config));
    }

    private static Map<String, Object> withStep(Map<String, Object> config) {
        Map<String, Object> result = new HashMap<>(config);
        result.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, STEP);
        return result;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        boolean waited = pause(timeout);
        ConsumerRecords<byte[], byte[]> batch = take(timeout, waited);
        if (!batch.isEmpty()) {
            nextBatchAt = System.nanoTime() + (batch.count() < WORTH_IT ? APART.toNanos() : 0);
        }
        return batch;
    }

    /** Waits where the batch before was small and came just now, so that more comes together; a lone record does not wait. */
    private boolean pause(Duration timeout) {
        long wait = Math.min(nextBatchAt - System.nanoTime(), timeout.toNanos());
        if (wait <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        return true;
    }

    /** What was fetched before the wait is only the beginning of what has come since. */
    private ConsumerRecords<byte[], byte[]> take(Duration timeout, boolean waited) {
        ConsumerRecords<byte[], byte[]> first = super.poll(timeout);
        if (first.isEmpty() || first.count() < STEP && !waited) {
            return first;
        }
        Taken taken = new Taken();
        int generation = groupMetadata().generationId();
        int step = taken.add(first);
        boolean again = waited;
        while ((step == STEP || again) && taken.count < RECORDS && taken.bytes < BYTES) {
            again = again && step == STEP;
            try {
                step = taken.add(super.poll(step == STEP ? Duration.ZERO : FETCH));
            } catch (RuntimeException e) {
                comeAgain(taken);
                throw e;
            }
            if (groupMetadata().generationId() != generation
                    || !assignment().containsAll(taken.records.keySet())) {
                // Others may own what was taken before; the container hears of that only after this poll.
                comeAgain(taken);
                return ConsumerRecords.empty();
            }
        }
        return new ConsumerRecords<>(taken.records, taken.next);
    }

    private void comeAgain(Taken taken) {
        taken.records.forEach((partition, records) -> {
            if (assignment().contains(partition)) {
                seek(partition, records.getFirst().offset());
            }
        });
    }

    /** What was taken from the client so far. */
    private static final class Taken {

        private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        private int count;
        private long bytes;

        int add(ConsumerRecords<byte[], byte[]> more) {
            for (TopicPartition partition : more.partitions()) {
                records.computeIfAbsent(partition, _ -> new ArrayList<>()).addAll(more.records(partition));
            }
            next.putAll(more.nextOffsets());
            count += more.count();
            more.forEach(record -> bytes += size(record));
            return more.count();
        }

        private static long size(ConsumerRecord<byte[], byte[]> record) {
            long size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            for (Header header : record.headers()) {
                size += header.key().length() + (header.value() == null ? 0 : header.value().length);
            }
            return size;
        }
    }
}
