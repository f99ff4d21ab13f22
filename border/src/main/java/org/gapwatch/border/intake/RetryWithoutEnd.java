package org.gapwatch.border.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * After a batch was rolled back: tells so, waits, up to ten seconds, and lets it come again, unless it was committed all the
 * same. It is never given up.
 */
final class RetryWithoutEnd extends DefaultAfterRollbackProcessor<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(RetryWithoutEnd.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final IntakeState state;

    RetryWithoutEnd(IntakeState state) {
        super(backOff());
        this.state = state;
    }

    @Override
    public void process(List<ConsumerRecord<byte[], byte[]>> records, Consumer<byte[], byte[]> consumer,
            @Nullable MessageListenerContainer container, Exception exception, boolean recoverable, EOSMode eosMode) {
        Map<TopicPartition, Long> begins = new HashMap<>();
        records.forEach(record -> begins.putIfAbsent(new TopicPartition(record.topic(), record.partition()),
                record.offset()));
        state.failed(begins.keySet(), exception);
        super.process(records, consumer, container, exception, recoverable, eosMode);
        while (container != null && container.isRunning() && !seekToCommitted(begins, consumer)) {
            // Nothing of it may come again before that is known.
        }
    }

    /**
     * A commit that got no answer may have happened. The broker knows: it tells what is committed once no transaction with
     * offsets of the partitions is open, and no sooner.
     *
     * @param begins where the batch begins in each partition
     */
    private boolean seekToCommitted(Map<TopicPartition, Long> begins, Consumer<byte[], byte[]> consumer) {
        try {
            consumer.committed(begins.keySet(), ANSWER).forEach((partition, committed) -> {
                if (committed != null) {
                    consumer.seek(partition, committed);
                    if (committed.offset() > Objects.requireNonNull(begins.get(partition))) {
                        state.worked(partition);
                    }
                }
            });
            return true;
        } catch (RetriableException e) {
            LOG.warn("What of the intake is committed is not known yet, and is asked again: {}", e.toString());
            return false;
        }
    }

    private static BackOff backOff() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        return backOff;
    }
}
