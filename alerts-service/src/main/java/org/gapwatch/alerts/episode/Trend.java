package org.gapwatch.alerts.episode;

import org.gapwatch.alerts.gap.Reading;

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
    public static Trend of(Trend before, Reading day) {
        if (day.gapSignum() <= 0) {
            return HOLDING;
        }
        if (day.grewBy(before == WIDENING ? LEAVE_PER_MILLE : ENTER_PER_MILLE)) {
            return WIDENING;
        }
        return day.shrankBy(before == NARROWING ? LEAVE_PER_MILLE : ENTER_PER_MILLE) ? NARROWING : HOLDING;
    }
}
