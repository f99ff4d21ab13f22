package org.gapwatch.contract.fold;

/** Reads {@link MonthAmounts} in tests. */
final class Months {

    private Months() {
    }

    /** The sum of all amounts up to and with a month. */
    static long upTo(MonthAmounts amounts, int month) {
        long sum = 0;
        for (int i = 0; i < amounts.size() && amounts.month(i) <= month; i++) {
            sum += amounts.amount(i);
        }
        return sum;
    }
}
