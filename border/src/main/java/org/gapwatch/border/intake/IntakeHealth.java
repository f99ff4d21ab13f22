package org.gapwatch.border.intake;

import org.gapwatch.border.check.MemoryRebuild;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Tells whether the intake works. */
@Component("intake")
final class IntakeHealth implements HealthIndicator {

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final IntakeRestart restart;
    private final MemoryRebuild rebuild;
    private final IntakeState state;

    IntakeHealth(ConcurrentMessageListenerContainer<byte[], byte[]> container, IntakeRestart restart,
            MemoryRebuild rebuild, IntakeState state) {
        this.container = container;
        this.restart = restart;
        this.rebuild = rebuild;
        this.state = state;
    }

    @Override
    public Health health() {
        if (!rebuild.done()) {
            return Health.outOfService().withDetail("waiting for", "the latest accepted events to be read").build();
        }
        if (!container.isChildRunning() || restart.isUnderWay()) {
            return Health.down().withDetail("listener", "has stopped, and is started again").build();
        }
        String failure = state.failure();
        return failure == null
                ? Health.up().build()
                : Health.down().withDetail("the latest batch comes again, because", failure).build();
    }
}
