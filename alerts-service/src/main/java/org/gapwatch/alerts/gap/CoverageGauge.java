package org.gapwatch.alerts.gap;

import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Standing;
import org.gapwatch.alerts.ledger.Window;
import org.gapwatch.alerts.number.Amount;

/**
 * COVERAGE. With {@code S(j) = rest + T(j)}, where only {@code rest}, what is left of the running month's capacity,
 * depends on the day within the month, the largest {@code D(j) - T(j)} is the same on every day of a month on which
 * nothing new is known; so a quiet day costs one division.
 */
final class CoverageGauge implements Gauge {

    /** How many months after the running one are looked at. */
    static final int HORIZON = 12;

    private final Standing standing;
    private final Amount[] due = new Amount[HORIZON + 1];
    private final Amount[] supplyAfterThisMonth = new Amount[HORIZON + 1];
    private int version = -1;
    /** The first {@code j} at which {@code D(j) - T(j)} is largest. */
    private int peak;
    private Amount gap = Amount.ZERO;

    CoverageGauge(Standing standing) {
        this.standing = standing;
    }

    @Override
    public void read() {
        if (version != standing.version()) {
            version = standing.version();
            readMonths();
        }
        gap = due[peak].minus(supplyAfterThisMonth[peak]).minus(standing.restOfMonth()).orZeroIfNegative();
    }

    private void readMonths() {
        Amount cumulativeDue = standing.overdue();
        Amount capacity = standing.capacity();
        Amount supply = Amount.ZERO;
        Amount largest = Amount.ZERO;
        for (int j = 0; j <= HORIZON; j++) {
            int month = standing.month() + j;
            cumulativeDue = cumulativeDue.plus(standing.outstanding(month));
            if (j > 0) {
                capacity = capacity.plus(standing.capacityStep(month));
                supply = supply.plus(capacity);
            }
            due[j] = cumulativeDue;
            supplyAfterThisMonth[j] = supply;
            Amount shortfall = cumulativeDue.minus(supply);
            if (j == 0 || shortfall.compareTo(largest) > 0) {
                peak = j;
                largest = shortfall;
            }
        }
    }

    @Override
    public Amount gap() {
        return gap;
    }

    @Override
    public Amount base() {
        return due[HORIZON];
    }

    @Override
    public Figures figures(Amount change) {
        Amount rest = standing.restOfMonth();
        Amount extra = Amount.ZERO;
        for (int j = 1; j <= HORIZON; j++) {
            extra = extra.max(due[j].minus(rest).minus(supplyAfterThisMonth[j]).ceilDiv(j));
        }
        return new Figures(gap, base(), change,
                gap.signum() == 0 ? null : Months.yearMonth(standing.month() + peak), extra);
    }

    @Override
    public List<AheadMonth> ahead() {
        List<AheadMonth> months = new ArrayList<>(HORIZON + 1);
        Amount rest = standing.restOfMonth();
        Amount dueBefore = Amount.ZERO;
        Amount supplyBefore = Amount.ZERO;
        for (int j = 0; j <= HORIZON; j++) {
            Amount supply = rest.plus(supplyAfterThisMonth[j]);
            months.add(new AheadMonth.Coverage(Months.yearMonth(standing.month() + j), due[j].minus(dueBefore), due[j],
                    supply.minus(supplyBefore), supply));
            dueBefore = due[j];
            supplyBefore = supply;
        }
        return months;
    }

    @Override
    public Why why(Window window) {
        return Explanation.of(standing, window, standing.month() + (gap.signum() == 0 ? HORIZON : peak));
    }
}
