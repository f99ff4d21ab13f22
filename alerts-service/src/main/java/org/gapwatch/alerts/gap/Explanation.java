package org.gapwatch.alerts.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Standing;
import org.gapwatch.alerts.ledger.Window;
import org.gapwatch.alerts.number.Amount;

/**
 * Tells why COVERAGE changed since the same day three months before. What stood then is what stands today less what the
 * statements in between changed, so that the cells of the window give both the parts and the shortfall of that day.
 */
final class Explanation {

    private final Standing standing;
    private final int since;
    private final int monthSince;
    /** The month up to which is counted; never before the running one. */
    private final int upTo;

    private Explanation(Standing standing, int upTo) {
        this.standing = standing;
        this.upTo = upTo;
        since = Months.threeMonthsBefore(standing.day());
        monthSince = Months.of(since);
    }

    static Why of(Standing standing, Window window, int upTo) {
        return new Explanation(standing, upTo).tell(window);
    }

    private Why tell(Window window) {
        window.moveTo(since, standing.day());
        WindowChanges fromToday = WindowChanges.of(window, standing.day(), standing.month(), upTo);
        WindowChanges fromSince = WindowChanges.of(window, since, monthSince, upTo);
        Amount total = shortfall().minus(shortfallSince(fromSince));
        Amount rest = total;
        List<Why.Part> parts = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            Amount amount = cause == Cause.ELAPSED ? rest : fromToday.part(cause);
            rest = rest.minus(amount);
            if (cause == Cause.ELAPSED || amount.signum() != 0) {
                parts.add(new Why.Part(cause, amount));
            }
        }
        return new Why(Months.yearMonth(upTo), LocalDate.ofEpochDay(since), total, parts);
    }

    /** {@code X(a)}. */
    private Amount shortfall() {
        return due().minus(standing.restOfMonth()).minus(laterCapacity());
    }

    /** {@code X(t)}: on that day the months up to the running one were ahead as well. */
    private Amount shortfallSince(WindowChanges changes) {
        Amount capacity = standing.capacity();
        Amount later = laterCapacity();
        for (int month = standing.month(); month > monthSince; month--) {
            later = later.plus(capacity);
            capacity = capacity.minus(standing.capacityStep(month));
        }
        return due().minus(changes.due()).minus(Standing.rest(capacity.minus(changes.capacity()), since))
                .minus(later.minus(changes.laterCapacity()));
    }

    private Amount due() {
        Amount due = standing.overdue();
        for (int month = standing.month(); month <= upTo; month++) {
            due = due.plus(standing.outstanding(month));
        }
        return due;
    }

    /** What the lines make after the running month. */
    private Amount laterCapacity() {
        Amount capacity = standing.capacity();
        Amount later = Amount.ZERO;
        for (int month = standing.month() + 1; month <= upTo; month++) {
            capacity = capacity.plus(standing.capacityStep(month));
            later = later.plus(capacity);
        }
        return later;
    }
}
