package org.gapwatch.border.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.springframework.stereotype.Component;

/** Counts what the border has written. A rejected event counts once, under the code of its first problem. */
@Component
public final class BorderMetrics {

    private final MeterRegistry registry;
    private final Map<EventType, Counter> accepted = new ConcurrentHashMap<>();
    private final Map<ProblemCode, Counter> rejected = new ConcurrentHashMap<>();

    BorderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** So many events of a type were accepted and written. */
    public void accepted(EventType type, int events) {
        accepted.computeIfAbsent(type, t -> Counter.builder("gapwatch.events.accepted")
                .description("Events accepted and written to a canonical topic").tag("type", t.cloudEventsType())
                .register(registry)).increment(events);
    }

    /** An event was rejected, and its rejection written. */
    public void rejected(List<Problem> problems) {
        rejected.computeIfAbsent(problems.getFirst().code(), c -> Counter.builder("gapwatch.events.rejected")
                .description("Events rejected, by the code of the first problem").tag("code", c.code())
                .register(registry)).increment();
    }
}
