package org.gapwatch.alerts.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * When capabilities are evaluated, and what is measured.
 *
 * @param clock whose UTC date is today
 * @param tick how often there is a look at what was touched
 * @param partitions how many partitions each canonical topic has
 * @param meters what is counted and timed
 */
public record Evaluation(Clock clock, Duration tick, IntSupplier partitions, StreamMeters meters) {

    /** Small against the second within which an alert is to be seen, large against the cost of looking. */
    static final Duration USUAL_TICK = Duration.ofMillis(10);

    /** Evaluation at the usual pace. */
    public static Evaluation of(Clock clock, IntSupplier partitions, StreamMeters meters) {
        return new Evaluation(clock, USUAL_TICK, partitions, meters);
    }
}
