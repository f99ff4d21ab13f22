package org.gapwatch.border.intake;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** After a batch was rolled back: tells so, waits, up to ten seconds, and lets it come again. It is never given up. */
final class RetryWithoutEnd extends DefaultAfterRollbackProcessor<byte[], byte[]> {

    private final IntakeState state;

    RetryWithoutEnd(IntakeState state) {
        super(backOff());
        this.state = state;
    }

    @Override
    public void process(List<ConsumerRecord<byte[], byte[]>> records, Consumer<byte[], byte[]> consumer,
            @Nullable MessageListenerContainer container, Exception exception, boolean recoverable, EOSMode eosMode) {
        state.failed(exception);
        super.process(records, consumer, container, exception, recoverable, eosMode);
    }

    private static BackOff backOff() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        return backOff;
    }
}
