package org.gapwatch.alerts.gap;

import java.time.YearMonth;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a measure on one day (docs/gap-model.md, "Measures").
 *
 * @param gap COVERAGE: never negative. OUTPUT: negative is an advantage
 * @param base what the gap is compared with; never negative
 * @param change the gap, where positive, less that of the same day three months before
 * @param month COVERAGE: {@code peakMonth}, null where there is no gap. OUTPUT: {@code closesIn}, null where it does not
 *            close within 60 months or nobody is assessed
 * @param extraMonthlyOutput the extra output a month that closes the gap; never negative
 */
public record Figures(Amount gap, Amount base, Amount change, @Nullable YearMonth month, Amount extraMonthlyOutput) {
}
