package org.gapwatch.alerts.ledger;

import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.number.AmountList;

/** Sums by month, over the range of months that has any; 0 elsewhere. */
final class MonthSums {

    private final AmountList sums = new AmountList();
    private int first;

    Amount get(int month) {
        int index = month - first;
        return index >= 0 && index < sums.size() ? sums.get(index) : Amount.ZERO;
    }

    void add(int month, Amount amount) {
        if (sums.size() == 0) {
            first = month;
        } else if (month < first) {
            sums.insertZeros(first - month);
            first = month;
        }
        while (sums.size() <= month - first) {
            sums.add(Amount.ZERO);
        }
        sums.set(month - first, sums.get(month - first).plus(amount));
    }
}
