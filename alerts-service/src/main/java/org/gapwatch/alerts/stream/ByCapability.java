package org.gapwatch.alerts.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts all records of a capability into the partition that its canonical events are in, as Kafka's default partitioner
 * does for the key "capability".
 */
final class ByCapability implements StreamPartitioner<String, byte[]> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int numPartitions) {
        // No capability code has a colon.
        int end = key.indexOf(':');
        byte[] capability = key.substring(0, end < 0 ? key.length() : end).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(partition(capability, numPartitions)));
    }

    /** The partition of a capability's canonical events, of so many. */
    static int partition(byte[] capability, int partitions) {
        return Utils.toPositive(Utils.murmur2(capability)) % partitions;
    }
}
