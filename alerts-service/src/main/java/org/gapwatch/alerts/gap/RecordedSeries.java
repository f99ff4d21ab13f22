package org.gapwatch.alerts.gap;

import java.time.LocalDate;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.number.AmountSeries;

/** A series that is written day by day, and written over from any day on. */
public final class RecordedSeries implements Series {

    private final LocalDate firstDay;
    private final AmountSeries gaps = new AmountSeries();
    private final AmountSeries bases = new AmountSeries();
    private int changedFrom;

    /** A series that begins on a day. */
    public RecordedSeries(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    /** Begins to look for the first day that changes, of so many that there will be. */
    public void begin(int days) {
        changedFrom = days;
    }

    /** Writes a day: one that the series has, or the one after its last. */
    public void write(int index, Reading reading) {
        if (index < size() && gaps.holds(index, reading.gapHigh(), reading.gapLow())
                && bases.holds(index, reading.baseHigh(), reading.baseLow())) {
            return;
        }
        gaps.set(index, reading.gapHigh(), reading.gapLow());
        bases.set(index, reading.baseHigh(), reading.baseLow());
        changedFrom = Math.min(changedFrom, index);
    }

    /** Tells a reading its change, from the index of the day three months before; before the series that is negative. */
    public void compare(Reading reading, int before) {
        if (before < 0) {
            reading.compareWith(0);
        } else if (gaps.fitsLong()) {
            reading.compareWith(gaps.low(before));
        } else {
            reading.compareWith(gaps.get(before));
        }
    }

    /** Forgets all days from an index on. */
    public void truncate(int size) {
        gaps.truncate(size);
        bases.truncate(size);
    }

    /** The index of the first day written since {@link #begin} that is new or differs; the number of days where none. */
    public int changedFrom() {
        return changedFrom;
    }

    @Override
    public LocalDate firstDay() {
        return firstDay;
    }

    @Override
    public int size() {
        return gaps.size();
    }

    @Override
    public Amount gap(int index) {
        return gaps.get(index);
    }

    @Override
    public Amount base(int index) {
        return bases.get(index);
    }

    @Override
    public boolean changes(int index) {
        return index == 0 || !gaps.same(index, index - 1) || !bases.same(index, index - 1);
    }
}
