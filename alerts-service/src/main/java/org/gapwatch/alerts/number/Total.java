package org.gapwatch.alerts.number;

/** A running total: an {@link Amount} that is added to in place, so that a sum of many makes no object for each. */
public final class Total {

    private long high;
    private long low;

    /** Adds that many thousandths. */
    public void add(long thousandths) {
        long sum = low + thousandths;
        high += (thousandths >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** Takes that many thousandths off. */
    public void subtract(long thousandths) {
        // The one number that has no negative is taken off in two.
        if (thousandths == Long.MIN_VALUE) {
            add(Long.MAX_VALUE);
            add(1);
        } else {
            add(-thousandths);
        }
    }

    /** Sets another amount. */
    public void set(Amount amount) {
        high = amount.high();
        low = amount.low();
    }

    /** The total. */
    public Amount amount() {
        return Amount.ofWords(high, low);
    }

    /** Whether {@link #low()} is the total, and small in the sense of {@link Amount#isSmall(long)}. */
    public boolean isSmall() {
        return high == low >> 63 && Amount.isSmall(low);
    }

    /** The low word of the total: the total itself where it fits a {@code long}. */
    public long low() {
        return low;
    }
}
