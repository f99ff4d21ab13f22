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
import org.springframework.kafka.event.ConcurrentContainerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Tells whether the intake works, and starts it again where it stopped without being told to. */
@Component("intake")
final class IntakeHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeHealth.class);

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final MemoryRebuild rebuild;
    private final AtomicBoolean closing = new AtomicBoolean();

    IntakeHealth(ConcurrentMessageListenerContainer<byte[], byte[]> container, MemoryRebuild rebuild) {
        this.container = container;
        this.rebuild = rebuild;
    }

    @Override
    public Health health() {
        if (!rebuild.done()) {
            return Health.outOfService().withDetail("waiting for", "the latest accepted events to be read").build();
        }
        return container.isRunning()
                ? Health.up().build()
                : Health.down().withDetail("listener", "has stopped").build();
    }

    /** Fenced: another producer took over the transactional id, or the transaction took too long. Nothing is lost. */
    @EventListener
    void onStopped(ConcurrentContainerStoppedEvent stopped) {
        if (stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL && !closing.get()) {
            LOG.warn("The intake listener stopped ({}) and is started again", stopped.getReason());
            // Not on the container's own thread, and not at once: two instances of one name would race.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::startAgain);
        }
    }

    private void startAgain() {
        if (!closing.get()) {
            container.start();
        }
    }

    @EventListener
    void onClosing(ContextClosedEvent closed) {
        closing.set(true);
    }
}
