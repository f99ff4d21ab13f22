package org.gapwatch.alerts.gap;

import java.util.Arrays;
import org.gapwatch.alerts.ledger.Standing;
import org.gapwatch.alerts.ledger.Window;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.EntityKind;

/**
 * What the statements of a window changed, cause by cause, in what is due up to a month and in what the lines can still
 * make up to it, counted from one day on.
 */
final class WindowChanges {

    private static final int CAUSES = Cause.values().length;

    private final int day;
    private final int month;
    private final int upTo;
    private final Amount[] due = zeros();
    /** In the capacity of the day's month. */
    private final Amount[] capacity = zeros();
    /** In the capacity of the months after it, together. */
    private final Amount[] laterCapacity = zeros();

    private WindowChanges(int day, int month, int upTo) {
        this.day = day;
        this.month = month;
        this.upTo = upTo;
    }

    static WindowChanges of(Window window, int day, int month, int upTo) {
        WindowChanges changes = new WindowChanges(day, month, upTo);
        for (int i = 0; i < window.size(); i++) {
            Cause cause = Cause.of(window.type(i));
            if (cause != null && window.month(i) <= upTo) {
                changes.count(window.type(i).entityKind(), cause.ordinal(), window.month(i),
                        Amount.of(window.amount(i)));
            }
        }
        return changes;
    }

    private void count(EntityKind kind, int cause, int cellMonth, Amount amount) {
        if (kind == EntityKind.ORDER) {
            due[cause] = due[cause].plus(amount);
            return;
        }
        // A line's cell is a step: it changes the capacity of its month and of every later one.
        if (cellMonth <= month) {
            capacity[cause] = capacity[cause].plus(amount);
        }
        int months = upTo - Math.max(cellMonth - 1, month);
        laterCapacity[cause] = laterCapacity[cause].plus(amount.times(months));
    }

    /** What a cause added to the shortfall. */
    Amount part(Cause cause) {
        int i = cause.ordinal();
        return due[i].minus(Standing.rest(capacity[i], day)).minus(laterCapacity[i]);
    }

    Amount due() {
        return sum(due);
    }

    Amount capacity() {
        return sum(capacity);
    }

    Amount laterCapacity() {
        return sum(laterCapacity);
    }

    private static Amount sum(Amount[] amounts) {
        return Arrays.stream(amounts).reduce(Amount.ZERO, Amount::plus);
    }

    private static Amount[] zeros() {
        Amount[] zeros = new Amount[CAUSES];
        Arrays.fill(zeros, Amount.ZERO);
        return zeros;
    }
}
