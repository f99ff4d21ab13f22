package org.gapwatch.alerts.number;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A long list of amounts of which neighbours are often equal. It is kept in blocks of 64; a block of equal amounts is
 * kept as one of them, and shared with the block before where that has the same.
 */
public final class AmountSeries {

    private static final int BLOCK_BITS = 6;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private long[][] lows = {};
    /** Null as long as every amount fits a {@code long}. */
    private long @Nullable [][] highs;
    private int size;

    /** How many amounts there are. */
    public int size() {
        return size;
    }

    /** The amount at an index below {@link #size()}. */
    public Amount get(int index) {
        long low = read(lows, index);
        return highs == null ? Amount.of(low) : Amount.ofWords(read(highs, index), low);
    }

    /** The low word of the amount at an index: the amount itself where it {@link #fitsLong() fits}. */
    public long low(int index) {
        return read(lows, index);
    }

    /** Whether every amount fits a {@code long}. */
    public boolean fitsLong() {
        return highs == null;
    }

    /** Whether the amount at an index has these words. */
    public boolean holds(int index, long high, long low) {
        return read(lows, index) == low && high(index) == high;
    }

    /** Whether the amounts at two indexes are equal. */
    public boolean same(int one, int other) {
        return read(lows, one) == read(lows, other) && high(one) == high(other);
    }

    /**
     * Puts an amount, given by its words, in the place of another, or behind all others where the index is {@link #size()}.
     */
    public void set(int index, long high, long low) {
        if (highs == null && high != low >> 63) {
            highs = highsOf(lows);
        }
        lows = withBlock(lows, index, low);
        write(lows, index, low);
        if (highs != null) {
            highs = withBlock(highs, index, high);
            write(highs, index, high);
        }
        size = Math.max(size, index + 1);
    }

    /** Forgets the amounts from an index on. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }

    private long high(int index) {
        return highs == null ? read(lows, index) >> 63 : read(highs, index);
    }

    private static long read(long[][] blocks, int index) {
        long[] block = blocks[index >> BLOCK_BITS];
        return block.length == 1 ? block[0] : block[index & BLOCK - 1];
    }

    private static void write(long[][] blocks, int index, long word) {
        long[] block = blocks[index >> BLOCK_BITS];
        if (block.length == 1) {
            if (block[0] == word) {
                return;
            }
            long equal = block[0];
            block = new long[BLOCK];
            Arrays.fill(block, equal);
            blocks[index >> BLOCK_BITS] = block;
        }
        block[index & BLOCK - 1] = word;
        if ((index & BLOCK - 1) == BLOCK - 1 && allEqual(block)) {
            blocks[index >> BLOCK_BITS] = new long[]{word};
        }
    }

    /** The blocks with one for an index, which is at most the first index that has none. */
    private static long[][] withBlock(long[][] blocks, int index, long word) {
        int number = index >> BLOCK_BITS;
        if (number < blocks.length) {
            return blocks;
        }
        long[][] longer = Arrays.copyOf(blocks, number + 1);
        boolean shared = number > 0 && longer[number - 1].length == 1 && longer[number - 1][0] == word;
        longer[number] = shared ? longer[number - 1] : new long[]{word};
        return longer;
    }

    private static long[][] highsOf(long[][] lows) {
        long[][] highs = new long[lows.length][];
        for (int i = 0; i < lows.length; i++) {
            highs[i] = Arrays.stream(lows[i]).map(low -> low >> 63).toArray();
        }
        return highs;
    }

    private static boolean allEqual(long[] block) {
        for (long word : block) {
            if (word != block[0]) {
                return false;
            }
        }
        return true;
    }
}
