package org.gapwatch.alerts.episode;

import org.gapwatch.alerts.number.Amount;

/** Where a gap is going (docs/gap-model.md, "Alerts"). */
public enum Trend {
    WIDENING, HOLDING, NARROWING;

    private static final int ENTER_PER_MILLE = 50;
    private static final int LEAVE_PER_MILLE = 25;

    /**
     * The trend of a day.
     *
     * @param before the trend of the day before; HOLDING before the series begins
     */
    static Trend of(Trend before, Amount gap, Amount change, Amount base) {
        if (gap.signum() <= 0) {
            return HOLDING;
        }
        boolean widens = change.signum() > 0
                && change.isAtLeast(before == WIDENING ? LEAVE_PER_MILLE : ENTER_PER_MILLE, base);
        if (widens) {
            return WIDENING;
        }
        boolean narrows = change.signum() < 0
                && change.negated().isAtLeast(before == NARROWING ? LEAVE_PER_MILLE : ENTER_PER_MILLE, base);
        return narrows ? NARROWING : HOLDING;
    }
}
