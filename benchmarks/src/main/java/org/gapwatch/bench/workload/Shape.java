package org.gapwatch.bench.workload;

import java.time.LocalDate;

/**
 * What a workload looks like.
 *
 * @param events how many there are; a third of them places an order
 * @param capabilities how many they are about; the first ones are named more often than the last (a third of all events
 *            falls on a tenth of the capabilities)
 * @param openOrders about how many orders of a capability wait for deliveries at a time
 * @param linesPerCapability how many production lines a capability has
 * @param first the day on which the first event is known
 * @param days how many days of history there are
 * @param seed what fixes the rest
 */
public record Shape(int events, int capabilities, int openOrders, int linesPerCapability, LocalDate first, int days,
        long seed) {

    /** The ten years up to {@link Workload#TODAY}; 200 capabilities with 20 lines each, where there are enough events. */
    public static Shape standard(int events) {
        int capabilities = Math.clamp(events / 250, 1, 200);
        LocalDate first = Workload.TODAY.minusYears(10);
        return new Shape(events, capabilities, 300, 20, first,
                (int) (Workload.TODAY.toEpochDay() - first.toEpochDay()), 20260331L);
    }
}
