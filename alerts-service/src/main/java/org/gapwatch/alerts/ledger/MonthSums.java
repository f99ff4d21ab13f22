package org.gapwatch.alerts.ledger;

import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.number.AmountList;

/** Sums by month, over the range of months that has any; 0 elsewhere. */
final class MonthSums {

    private static final int ROOM = 12;

    private final AmountList sums = new AmountList();
    private int first;

    Amount get(int month) {
        int index = month - first;
        return index >= 0 && index < sums.size() ? sums.get(index) : Amount.ZERO;
    }

    void add(int month, Amount amount) {
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
        sums.set(month - first, sums.get(month - first).plus(amount));
    }
}
