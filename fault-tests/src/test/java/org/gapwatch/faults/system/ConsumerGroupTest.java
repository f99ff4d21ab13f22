package org.gapwatch.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerGroupTest {

    private static final TopicPartition READ = new TopicPartition("topic", 0);
    private static final TopicPartition NEVER_READ = new TopicPartition("topic", 1);

    @Test
    void aPartitionThatWasNeverReadLagsWhole() {
        assertThat(ConsumerGroup.lag(Map.of(READ, 9L, NEVER_READ, 5L), Map.of(READ, 7L))).isEqualTo(7);
    }

    @Test
    void whatIsReadToItsEndOrEmptyDoesNotLag() {
        assertThat(ConsumerGroup.lag(Map.of(READ, 9L, NEVER_READ, 0L), Map.of(READ, 9L))).isZero();
    }
}
