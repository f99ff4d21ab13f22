package org.gapwatch.contract.fold;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Amounts in whole thousandths by month, ascending, without zeros. A month is a proleptic month:
 * {@code year * 12 + (month - 1)}, as {@link java.time.temporal.ChronoField#PROLEPTIC_MONTH}. Immutable.
 */
public final class MonthAmounts {

    /** 2105-12: no measure looks further than 60 months past the last date allowed (docs/gap-model.md, "Ground rules"). */
    public static final int LAST_MONTH = 2105 * 12 + 11;

    /** No amounts. */
    public static final MonthAmounts NONE = new MonthAmounts(new int[0], new long[0]);

    private final int[] months;
    private final long[] amounts;

    private MonthAmounts(int[] months, long[] amounts) {
        this.months = months;
        this.amounts = amounts;
    }

    /** The month that contains a day. */
    public static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** How many months have an amount. */
    public int size() {
        return months.length;
    }

    /** The month at an index below {@link #size()}. */
    public int month(int index) {
        return months[index];
    }

    /** The amount at an index below {@link #size()}; never 0. */
    public long amount(int index) {
        return amounts[index];
    }

    /** These amounts less the others, month by month. */
    public MonthAmounts minus(MonthAmounts other) {
        Builder result = new Builder(size() + other.size());
        int i = 0;
        int j = 0;
        while (i < size() || j < other.size()) {
            int m = Math.min(i < size() ? months[i] : Integer.MAX_VALUE,
                    j < other.size() ? other.months[j] : Integer.MAX_VALUE);
            long a = i < size() && months[i] == m ? amounts[i++] : 0;
            long b = j < other.size() && other.months[j] == m ? other.amounts[j++] : 0;
            result.add(m, a - b);
        }
        return result.build();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MonthAmounts other && Arrays.equals(months, other.months)
                && Arrays.equals(amounts, other.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(months) + Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "" : ", ").append(months[i] / 12).append('-').append(months[i] % 12 + 1).append('=')
                    .append(amounts[i]);
        }
        return text.append('}').toString();
    }

    /** Builds amounts from months in ascending order; a month of amount 0 is left out. */
    static final class Builder {
        private int[] months;
        private long[] amounts;
        private int size;

        Builder(int capacity) {
            months = new int[capacity];
            amounts = new long[capacity];
        }

        void add(int month, long amount) {
            if (amount == 0) {
                return;
            }
            if (size == months.length) {
                months = Arrays.copyOf(months, size + 8);
                amounts = Arrays.copyOf(amounts, size + 8);
            }
            months[size] = month;
            amounts[size++] = amount;
        }

        MonthAmounts build() {
            return size == 0 ? NONE : new MonthAmounts(Arrays.copyOf(months, size), Arrays.copyOf(amounts, size));
        }
    }
}
