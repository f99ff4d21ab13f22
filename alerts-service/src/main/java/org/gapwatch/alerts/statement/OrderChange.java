package org.gapwatch.alerts.statement;

import java.util.Arrays;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.fold.OrderAmounts;

/** What a statement changes in what is outstanding of its order, month by month; used again and again. */
final class OrderChange {

    private int[] months = new int[16];
    private long[] amounts = new long[16];
    private int size;
    private final OrderAmounts.To adding = this::add;
    private final OrderAmounts.To subtracting = (month, amount) -> add(month, -amount);

    /** Takes what is outstanding afterwards. */
    OrderAmounts.To adding() {
        return adding;
    }

    /** Takes what was outstanding before. */
    OrderAmounts.To subtracting() {
        return subtracting;
    }

    void clear() {
        size = 0;
    }

    private void add(int month, long amount) {
        int at = size;
        while (at > 0 && months[at - 1] > month) {
            at--;
        }
        if (at > 0 && months[at - 1] == month) {
            amounts[at - 1] += amount;
            return;
        }
        if (size == months.length) {
            months = Arrays.copyOf(months, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        System.arraycopy(months, at, months, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        months[at] = month;
        amounts[at] = amount;
        size++;
    }

    /** Puts it into a ledger. */
    void tell(Ledger ledger, int day, EventType type) {
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                ledger.add(day, type, months[i], amounts[i]);
            }
        }
    }
}
