package org.gapwatch.contract.fold;

import java.util.Arrays;

/** The steps of one line that count, by ascending month, with the capacity reached before each (thousandths a month). */
final class Steps {

    private int[] months = new int[8];
    private long[] reached = new long[8];
    private Level[] levels = new Level[8];
    private int size;

    /** Adds a step in a month after all those added before. */
    void add(int month, Level level) {
        if (size == months.length) {
            months = Arrays.copyOf(months, 2 * size);
            reached = Arrays.copyOf(reached, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        reached[size] = capacity(month - 1);
        months[size] = month;
        levels[size++] = level;
    }

    long capacity(int month) {
        int found = Arrays.binarySearch(months, 0, size, month);
        int step = found >= 0 ? found : -found - 2;
        return step < 0 ? 0 : capacity(step, month);
    }

    /** At most 10^12 * 601: no overflow. */
    private long capacity(int step, int month) {
        long p = reached[step];
        int r = levels[step].ramp();
        return p + Math.floorDiv((levels[step].target() - p) * Math.min(month - months[step] + 1, r + 1), r + 1);
    }

    /** What the capacity of each month differs by from that of the month before. */
    MonthAmounts differences() {
        MonthAmounts.Builder result = new MonthAmounts.Builder(size);
        for (int i = 0; i < size; i++) {
            int next = i + 1 < size ? months[i + 1] : Integer.MAX_VALUE;
            int end = Math.min(Math.min(next - 1, months[i] + levels[i].ramp()), MonthAmounts.LAST_MONTH);
            long before = reached[i];
            for (int m = months[i]; m <= end; m++) {
                long now = capacity(i, m);
                result.add(m, now - before);
                before = now;
            }
        }
        return result.build();
    }
}
