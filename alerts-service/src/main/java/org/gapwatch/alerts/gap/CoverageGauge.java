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
    private final Reading reading = new Reading();
    private int version = -1;
    /** Whether all that is read is small, so that a day is read without an object for each number. */
    private boolean small;
    private final long[] smallOutstanding = new long[HORIZON + 1];
    private final long[] smallCapacitySteps = new long[HORIZON + 1];
    /** The first {@code j} at which {@code D(j) - T(j)} is largest. */
    private int peak;
    /** {@code D(j) - T(j)} there, and {@code D(H)}; where small. */
    private long smallShortfall;
    private long smallBase;
    /** By {@code j}; only where not small, or once {@link #readMonths()} was asked for. */
    private final Amount[] due = new Amount[HORIZON + 1];
    private final Amount[] supplyAfterThisMonth = new Amount[HORIZON + 1];

    CoverageGauge(Standing standing) {
        this.standing = standing;
    }

    @Override
    public void read() {
        if (version != standing.version()) {
            version = standing.version();
            small = standing.readSmall(smallOutstanding, smallCapacitySteps);
            if (small) {
                readSmallMonths();
            } else {
                readMonths();
            }
        }
        if (small) {
            reading.set(Math.max(smallShortfall - standing.smallRestOfMonth(), 0), smallBase);
        } else {
            reading.set(due[peak].minus(supplyAfterThisMonth[peak]).minus(standing.restOfMonth()).orZeroIfNegative(),
                    due[HORIZON]);
        }
    }

    /** The sum of a year's months, and the sum of such sums, is some hundred times as much: no overflow. */
    private void readSmallMonths() {
        long cumulativeDue = standing.smallOverdue();
        long capacity = standing.smallCapacity();
        long supply = 0;
        for (int j = 0; j <= HORIZON; j++) {
            cumulativeDue += smallOutstanding[j];
            if (j > 0) {
                capacity += smallCapacitySteps[j];
                supply += capacity;
            }
            long shortfall = cumulativeDue - supply;
            if (j == 0 || shortfall > smallShortfall) {
                peak = j;
                smallShortfall = shortfall;
            }
        }
        smallBase = cumulativeDue;
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
    public Reading reading() {
        return reading;
    }

    @Override
    public Figures figures(Amount change) {
        readMonths();
        Amount gap = reading.gap();
        Amount rest = standing.restOfMonth();
        Amount extra = Amount.ZERO;
        for (int j = 1; j <= HORIZON; j++) {
            extra = extra.max(due[j].minus(rest).minus(supplyAfterThisMonth[j]).ceilDiv(j));
        }
        return new Figures(gap, reading.base(), change,
                gap.signum() == 0 ? null : Months.yearMonth(standing.month() + peak), extra);
    }

    @Override
    public List<AheadMonth> ahead() {
        readMonths();
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
        return Explanation.of(standing, window, standing.month() + (reading.gapSignum() == 0 ? HORIZON : peak));
    }
}
