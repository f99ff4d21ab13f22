package org.gapwatch.alerts.gap;

import org.gapwatch.alerts.number.Amount;

/**
 * Gap, base and change of a measure on one day, written over day by day: a series of years is walked without an object
 * for each number. As long as all three are small, comparisons are done in {@code long}, else with {@link Amount}.
 */
public final class Reading {

    private long gapHigh;
    private long gapLow;
    private long baseHigh;
    private long baseLow;
    private long changeHigh;
    private long changeLow;
    private boolean small;

    /** A reading of these. */
    public static Reading of(Amount gap, Amount change, Amount base) {
        Reading reading = new Reading();
        reading.set(gap, base);
        reading.change(change);
        return reading;
    }

    void set(Amount gap, Amount base) {
        gapHigh = gap.high();
        gapLow = gap.low();
        baseHigh = base.high();
        baseLow = base.low();
        small = gap.fitsLong() && base.fitsLong() && Amount.isSmall(gapLow) && Amount.isSmall(baseLow);
    }

    void set(long gap, long base) {
        gapHigh = gap >> 63;
        gapLow = gap;
        baseHigh = base >> 63;
        baseLow = base;
        small = Amount.isSmall(gap) && Amount.isSmall(base);
    }

    /** Takes the change since a day from that day's gap. */
    void compareWith(long gapBefore) {
        if (small && Amount.isSmall(gapBefore)) {
            changeLow = Math.max(gapLow, 0) - Math.max(gapBefore, 0);
            changeHigh = changeLow >> 63;
        } else {
            compareWith(Amount.of(gapBefore));
        }
    }

    void compareWith(Amount gapBefore) {
        change(gap().orZeroIfNegative().minus(gapBefore.orZeroIfNegative()));
    }

    private void change(Amount change) {
        changeHigh = change.high();
        changeLow = change.low();
        small &= change.fitsLong() && Amount.isSmall(changeLow);
    }

    /** The day's gap. */
    public Amount gap() {
        return Amount.ofWords(gapHigh, gapLow);
    }

    /** The day's base. */
    public Amount base() {
        return Amount.ofWords(baseHigh, baseLow);
    }

    /** The gap, where positive, less that of the same day three months before. */
    public Amount change() {
        return Amount.ofWords(changeHigh, changeLow);
    }

    /** -1, 0 or 1 as the gap is negative, zero or positive. */
    public int gapSignum() {
        return signum(gapHigh, gapLow);
    }

    /** Whether the gap is at least so many thousandths of the base. */
    public boolean isAtLeast(int perMille) {
        return small ? 1000 * gapLow >= perMille * baseLow : gap().isAtLeast(perMille, base());
    }

    /** Whether the gap grew, by at least so many thousandths of the base. */
    public boolean grewBy(int perMille) {
        return signum(changeHigh, changeLow) > 0
                && (small ? 1000 * changeLow >= perMille * baseLow : change().isAtLeast(perMille, base()));
    }

    /** Whether the gap shrank, by at least so many thousandths of the base. */
    public boolean shrankBy(int perMille) {
        return changeHigh < 0
                && (small ? -1000 * changeLow >= perMille * baseLow : change().negated().isAtLeast(perMille, base()));
    }

    long gapHigh() {
        return gapHigh;
    }

    long gapLow() {
        return gapLow;
    }

    long baseHigh() {
        return baseHigh;
    }

    long baseLow() {
        return baseLow;
    }

    private static int signum(long high, long low) {
        return high < 0 ? -1 : (high | low) == 0 ? 0 : 1;
    }
}
