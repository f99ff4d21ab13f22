package org.gapwatch.bench.peers;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.kafka.common.utils.Utils;

/**
 * How capabilities are dealt out: Flink's key group of a capability is the Kafka partition that its events lie in, so that
 * nothing has to be shuffled.
 *
 * @param count of each canonical topic, and of key groups
 */
record Partitions(int count) implements Serializable {

    /** What a state key has between the capability and the number that gives it its key group. */
    private static final char BEFORE_NUMBER = '#';

    /** The partition of a capability's canonical events: that of Kafka's default partitioner. */
    int of(byte[] capability) {
        return Utils.toPositive(Utils.murmur2(capability)) % count;
    }

    int of(String capability) {
        return of(capability.getBytes(StandardCharsets.UTF_8));
    }

    /** A key for the capability's state, whose key group is its partition. */
    String key(String capability) {
        int partition = of(capability);
        for (int i = 0;; i++) {
            String key = capability + BEFORE_NUMBER + i;
            if (KeyGroupRangeAssignment.assignToKeyGroup(key, count) == partition) {
                return key;
            }
        }
    }

    /** The capability that a key is of. */
    static String capability(String key) {
        return key.substring(0, key.lastIndexOf(BEFORE_NUMBER));
    }

    /** Which of so many subtasks has a partition's key group. */
    int subtask(int partition, int parallelism) {
        return KeyGroupRangeAssignment.computeOperatorIndexForKeyGroup(count, parallelism, partition);
    }
}
