package org.gapwatch.border.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Starts the intake again where it stopped without being told to, and tries until it is started. */
@Component
final class IntakeRestart {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeRestart.class);

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean closing;

    IntakeRestart(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        this.container = container;
    }

    /** Whether the intake is about to be started again. */
    boolean isUnderWay() {
        return underWay.get();
    }

    /**
     * A thread of the listener has ended by itself: fenced, since another producer took over its transactional id or its
     * transaction took too long, or by an error. Its batch was not committed, and comes again.
     */
    @EventListener
    void onStopped(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            LOG.warn("The intake listener stopped ({}) and is started again", stopped.getReason());
            startSoon();
        }
    }

    private void startSoon() {
        if (underWay.compareAndSet(false, true)) {
            // Not on the container's own thread, and not at once: two instances of one name would race.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::startAgain);
        }
    }

    private void startAgain() {
        underWay.set(false);
        if (closing) {
            return;
        }
        try {
            container.stop();
            container.start();
        } catch (RuntimeException e) {
            LOG.warn("The intake listener cannot be started, and is tried again: {}", e.toString());
            startSoon();
        }
    }

    @EventListener
    void onClosing(ContextClosedEvent closed) {
        closing = true;
    }
}
