package org.gapwatch.alerts.gap;

import java.time.LocalDate;
import org.gapwatch.alerts.number.Amount;

/**
 * A measure's gap and base on every day from the first day to the last one, without holes. A live view: it stays as it
 * is until the capability is next assessed.
 */
public interface Series {

    /** The first day of the series, which has index 0. */
    LocalDate firstDay();

    /** How many days the series has; at least one. */
    int size();

    /** The gap on the day of an index from 0 to {@link #size()} - 1. */
    Amount gap(int index);

    /** The base on the day of an index from 0 to {@link #size()} - 1. */
    Amount base(int index);

    /** Whether gap or base differs from the day before; true on the first day. */
    boolean changes(int index);

    /** The day of an index. */
    default LocalDate day(int index) {
        return firstDay().plusDays(index);
    }

    /** The index of a day; below 0 or from {@link #size()} on where the series does not have the day. */
    default int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - firstDay().toEpochDay());
    }

    /** The last day of the series. */
    default LocalDate lastDay() {
        return day(size() - 1);
    }
}
