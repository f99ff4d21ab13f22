package org.gapwatch.border.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the latest batch of each partition could be written: what one thread commits tells nothing of another's. Safe for
 * use by several threads.
 */
@Component
final class IntakeState implements ConsumerRebalanceListener {

    private final Map<TopicPartition, String> failures = new ConcurrentHashMap<>();

    IntakeState() {
    }

    /** A batch was committed. */
    void worked(List<ConsumerRecord<byte[], byte[]>> batch) {
        if (!failures.isEmpty()) {
            batch.forEach(record -> worked(new TopicPartition(record.topic(), record.partition())));
        }
    }

    /** Nothing of a partition has to come again. */
    void worked(TopicPartition partition) {
        failures.remove(partition);
    }

    /** A batch with records of these partitions was rolled back, and comes again. */
    void failed(Collection<TopicPartition> partitions, Exception e) {
        String failure = String.valueOf(e.getCause() == null ? e : e.getCause());
        partitions.forEach(partition -> failures.put(partition, failure));
    }

    /** Why a latest batch was rolled back; null where none was. */
    @Nullable
    String failure() {
        return failures.values().stream().findAny().orElse(null);
    }

    /** Whoever gets them finds out how they stand. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        failures.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        failures.keySet().removeAll(partitions);
    }
}
