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
    private int size;

    /** How many amounts there are. */
    public int size() {
        return size;
    }

    /** The amount at an index below {@link #size()}. */
    public Amount get(int index) {
        long low = lows[index];
        return highs == null ? Amount.of(low) : Amount.ofWords(highs[index], low);
    }

    /** Whether the amount at an index is this one. */
    public boolean holds(int index, Amount amount) {
        return lows[index] == amount.low() && high(index) == amount.high();
    }

    /** Whether the amounts at two indexes are equal. */
    public boolean same(int one, int other) {
        return lows[one] == lows[other] && high(one) == high(other);
    }

    /** Puts an amount in the place of another. */
    public void set(int index, Amount amount) {
        lows[index] = amount.low();
        if (highs != null) {
            highs[index] = amount.high();
        } else if (!amount.fitsLong()) {
            highs = new long[lows.length];
            for (int i = 0; i < size; i++) {
                highs[i] = lows[i] >> 63;
            }
            highs[index] = amount.high();
        }
    }

    /** Puts an amount behind all others. */
    public void add(Amount amount) {
        if (size == lows.length) {
            ensureCapacity(size + size / 8 + 8);
        }
        size++;
        set(size - 1, amount);
    }

    /** Makes room for that many amounts at once. */
    public void ensureCapacity(int capacity) {
        if (capacity > lows.length) {
            lows = Arrays.copyOf(lows, capacity);
            highs = highs == null ? null : Arrays.copyOf(highs, capacity);
        }
    }

    /** Puts zeros before the first amount. */
    public void insertZeros(int count) {
        ensureCapacity(size + count);
        shift(lows, count);
        if (highs != null) {
            shift(highs, count);
        }
        size += count;
    }

    /** Forgets the amounts from an index on. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }

    private void shift(long[] words, int count) {
        System.arraycopy(words, 0, words, count, size);
        Arrays.fill(words, 0, count, 0);
    }

    private long high(int index) {
        return highs == null ? lows[index] >> 63 : highs[index];
    }
}
