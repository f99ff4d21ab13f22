package org.gapwatch.alerts.number;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A list of amounts in little space: eight bytes each, and eight more for all of them once one does not fit a
 * {@code long}.
 */
public final class AmountList {

    private long[] lows = {};
    /** Null as long as every amount fits a {@code long}. */
    private long @Nullable [] highs;

    /** How many amounts there are. */
    public int size() {
        return lows.length;
    }

    /** The amount at an index below {@link #size()}. */
    public Amount get(int index) {
        long low = lows[index];
        return highs == null ? Amount.of(low) : Amount.ofWords(highs[index], low);
    }

    /** Puts an amount in the place of another. */
    public void set(int index, Amount amount) {
        lows[index] = amount.low();
        if (highs != null) {
            highs[index] = amount.high();
        } else if (!amount.fitsLong()) {
            highs = Arrays.stream(lows).map(low -> low >> 63).toArray();
            highs[index] = amount.high();
        }
    }

    /** Whether every amount fits a {@code long}. */
    public boolean fitsLong() {
        return highs == null;
    }

    /** The low word of the amount at an index: the amount itself where all {@link #fitsLong() fit}. */
    public long low(int index) {
        return lows[index];
    }

    /** Adds so many thousandths to an amount. */
    public void add(int index, long thousandths) {
        long sum = lows[index] + thousandths;
        if (highs == null && ((lows[index] ^ sum) & (thousandths ^ sum)) >= 0) {
            lows[index] = sum;
        } else {
            set(index, get(index).plus(Amount.of(thousandths)));
        }
    }

    /** Puts zeros before the first amount and behind the last one. */
    public void widen(int before, int behind) {
        lows = widened(lows, before, behind);
        highs = highs == null ? null : widened(highs, before, behind);
    }

    private static long[] widened(long[] words, int before, int behind) {
        long[] result = new long[before + words.length + behind];
        System.arraycopy(words, 0, result, before, words.length);
        return result;
    }
}
