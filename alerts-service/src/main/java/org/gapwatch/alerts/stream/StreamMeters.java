package org.gapwatch.alerts.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/** What the stream counts and times. Safe for use by several threads. */
public final class StreamMeters {

    private final MeterRegistry registry;
    private final Counter evaluations;
    private final Timer intakeToAlert;
    private final Map<TaskId, Integer> pending = new ConcurrentHashMap<>();

    /** Registers the meters. */
    public StreamMeters(MeterRegistry registry) {
        this.registry = registry;
        this.evaluations = Counter.builder("gapwatch.evaluations").description("Capabilities evaluated")
                .register(registry);
        this.intakeToAlert = Timer.builder("gapwatch.intake.to.alert")
                .description("From an event's intake to the committed revision of an alert that it caused")
                .serviceLevelObjectives(Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
                        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
                        Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1))
                .register(registry);
        Gauge.builder("gapwatch.capabilities.pending", pending,
                tasks -> tasks.values().stream().mapToInt(Integer::intValue).sum())
                .description("Capabilities read of, but not yet evaluated with their results committed")
                .register(registry);
    }

    void evaluated() {
        evaluations.increment();
    }

    void published(Duration sinceIntake) {
        intakeToAlert.record(sinceIntake.isNegative() ? Duration.ZERO : sinceIntake);
    }

    /** A record of a canonical topic was no event; the code is one of a published list. */
    void skipped(String code) {
        registry.counter("gapwatch.canonical.skipped", "code", code).increment();
    }

    void pending(TaskId task, int capabilities) {
        pending.put(task, capabilities);
    }

    void gone(TaskId task) {
        pending.remove(task);
    }
}
