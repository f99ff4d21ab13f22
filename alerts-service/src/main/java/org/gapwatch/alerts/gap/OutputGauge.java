package org.gapwatch.alerts.gap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Standing;
import org.gapwatch.alerts.ledger.Window;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;

/** OUTPUT: reference output less own capacity. */
final class OutputGauge implements Gauge {

    /** How many months after the running one are looked at. */
    static final int LOOK_AHEAD = 60;

    private final Standing standing;
    private int version = -1;
    private final Reading reading = new Reading();

    OutputGauge(Standing standing) {
        this.standing = standing;
    }

    @Override
    public void read() {
        if (version != standing.version()) {
            version = standing.version();
            if (standing.levelsAreSmall()) {
                long reference = standing.smallReference();
                reading.set(reference == 0 ? 0 : reference - standing.smallCapacity(), reference);
            } else {
                Amount reference = standing.reference();
                reading.set(reference.signum() == 0 ? Amount.ZERO : reference.minus(standing.capacity()), reference);
            }
        }
    }

    @Override
    public Reading reading() {
        return reading;
    }

    @Override
    public Figures figures(Amount change) {
        return new Figures(reading.gap(), reading.base(), change, closesIn(), reading.gap().orZeroIfNegative());
    }

    private @Nullable YearMonth closesIn() {
        if (standing.reference().signum() == 0) {
            return null;
        }
        Amount lead = standing.capacity().minus(standing.reference());
        int month = standing.month();
        while (lead.signum() < 0 && month < standing.month() + LOOK_AHEAD) {
            month++;
            lead = lead.plus(standing.capacityStep(month)).minus(standing.referenceStep(month));
        }
        return lead.signum() < 0 ? null : Months.yearMonth(month);
    }

    @Override
    public List<AheadMonth> ahead() {
        List<AheadMonth> months = new ArrayList<>(LOOK_AHEAD + 1);
        Amount own = standing.capacity();
        Amount reference = standing.reference();
        months.add(new AheadMonth.Output(Months.yearMonth(standing.month()), own, reference));
        for (int month = standing.month() + 1; month <= standing.month() + LOOK_AHEAD; month++) {
            own = own.plus(standing.capacityStep(month));
            reference = reference.plus(standing.referenceStep(month));
            months.add(new AheadMonth.Output(Months.yearMonth(month), own, reference));
        }
        return months;
    }

    @Override
    public @Nullable Why why(Window window) {
        return null;
    }
}
