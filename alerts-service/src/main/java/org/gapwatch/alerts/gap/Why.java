package org.gapwatch.alerts.gap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gapwatch.alerts.number.Amount;

/**
 * Why COVERAGE changed over the last three months (docs/gap-model.md, "Why a gap changed").
 *
 * @param month the month up to which is counted: the peak month, or twelve months ahead where there is no gap
 * @param since the day compared with: the same day three months before
 * @param total the change; the parts add up to it exactly
 * @param parts in the order of {@link Cause}; none is 0 but {@link Cause#ELAPSED}, which is always there, and last
 */
public record Why(YearMonth month, LocalDate since, Amount total, List<Part> parts) {

    public Why {
        parts = List.copyOf(parts);
    }

    /** What one cause added to the gap, or took from it where negative. */
    public record Part(Cause cause, Amount amount) {
    }
}
