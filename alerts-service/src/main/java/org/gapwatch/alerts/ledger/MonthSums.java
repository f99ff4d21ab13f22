package org.gapwatch.alerts.ledger;

import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.number.AmountList;
import org.gapwatch.alerts.number.Total;

/** Sums by month, over the range of months that has any; 0 elsewhere. */
final class MonthSums {

    private static final int ROOM = 12;

    private final AmountList sums = new AmountList();
    private int first;

    Amount get(int month) {
        int index = month - first;
        return index >= 0 && index < sums.size() ? sums.get(index) : Amount.ZERO;
    }

    /**
     * Reads the sums from a month on.
     *
     * @return whether all of them are small in the sense of {@link Amount#isSmall(long)}; if not, what was read is of no use
     */
    boolean readSmall(int from, long[] into) {
        if (!sums.fitsLong()) {
            return false;
        }
        boolean small = true;
        for (int i = 0; i < into.length; i++) {
            into[i] = small(from + i);
            small &= Amount.isSmall(into[i]);
        }
        return small;
    }

    private long small(int month) {
        int index = month - first;
        return index >= 0 && index < sums.size() ? sums.low(index) : 0;
    }

    void addTo(Total total, int month) {
        if (sums.fitsLong()) {
            total.add(small(month));
        } else {
            total.set(total.amount().plus(get(month)));
        }
    }

    void subtractFrom(Total total, int month) {
        if (sums.fitsLong()) {
            total.subtract(small(month));
        } else {
            total.set(total.amount().minus(get(month)));
        }
    }

    void add(int month, long amount) {
        sums.add(indexOf(month), amount);
    }

    /** The index of a month, for which room is made. */
    private int indexOf(int month) {
        if (sums.size() == 0) {
            first = month;
            sums.widen(0, ROOM);
        } else if (month < first) {
            int before = first - month + ROOM;
            sums.widen(before, 0);
            first -= before;
        } else if (month - first >= sums.size()) {
            sums.widen(0, month - first - sums.size() + ROOM);
        }
        return month - first;
    }
}
