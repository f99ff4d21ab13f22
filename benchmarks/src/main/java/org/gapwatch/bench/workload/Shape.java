package org.gapwatch.bench.workload;

import java.time.LocalDate;

/**
 * What a workload looks like.
 *
 * @param events how many there are
 * @param capabilities how many they are about; the first ones are named more often than the last (a third of all events
 *            falls on a tenth of the capabilities)
 * @param openOrders how many orders of a capability are open at a time; each new one beyond takes the place of the oldest
 * @param linesPerCapability how many production lines a capability has
 * @param first the day on which the first event is known
 * @param days how many days of history there are
 * @param seed what fixes the rest
 */
public record Shape(int events, int capabilities, int openOrders, int linesPerCapability, LocalDate first, int days,
        long seed) {

    /** Three years up to the end of 2025, 120 capabilities with 40 open orders and 5 lines each. */
    public static Shape standard(int events) {
        return new Shape(events, 120, 40, 5, LocalDate.of(2023, 1, 1), 1095, 20260331L);
    }
}
