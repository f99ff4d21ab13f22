package org.gapwatch.border.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gapwatch.border.check.MemoryRebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Tells whether the intake works, and starts it again where it stopped without being told to. */
@Component("intake")
final class IntakeHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeHealth.class);

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final MemoryRebuild rebuild;
    private final IntakeState state;
    private final AtomicBoolean restarting = new AtomicBoolean();
    private volatile boolean closing;

    IntakeHealth(ConcurrentMessageListenerContainer<byte[], byte[]> container, MemoryRebuild rebuild,
            IntakeState state) {
        this.container = container;
        this.rebuild = rebuild;
        this.state = state;
    }

    @Override
    public Health health() {
        if (!rebuild.done()) {
            return Health.outOfService().withDetail("waiting for", "the latest accepted events to be read").build();
        }
        if (!container.isChildRunning() || restarting.get()) {
            return Health.down().withDetail("listener", "has stopped, and is started again").build();
        }
        String failure = state.failure();
        return failure == null
                ? Health.up().build()
                : Health.down().withDetail("the latest batch comes again, because", failure).build();
    }

    /**
     * A thread of the listener has ended by itself: fenced, since another producer took over its transactional id or its
     * transaction took too long, or by an error. Its batch was not committed, and comes again.
     */
    @EventListener
    void onStopped(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL && restarting.compareAndSet(false, true)) {
            LOG.warn("The intake listener stopped ({}) and is started again", stopped.getReason());
            // Not on the container's own thread, and not at once: two instances of one name would race.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::startAgain);
        }
    }

    private void startAgain() {
        restarting.set(false);
        if (!closing) {
            container.stop();
            container.start();
        }
    }

    @EventListener
    void onClosing(ContextClosedEvent closed) {
        closing = true;
    }
}
