package org.gapwatch.alerts.inquiry;

import java.time.YearMonth;
import java.util.List;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One measure as of a day, without the past (docs/gap-model.md, "Measures").
 *
 * @param gap COVERAGE: never negative. OUTPUT: negative is an advantage
 * @param base what the gap is compared with
 * @param month COVERAGE: {@code peakMonth}; OUTPUT: {@code closesIn}; null where there is none
 * @param extraMonthlyOutput the extra output a month that closes the gap; never negative
 * @param ahead month by month, from the day's month on
 */
public record Outlook(Measure measure, Amount gap, Amount base, @Nullable YearMonth month, Amount extraMonthlyOutput,
        List<AheadMonth> ahead) {

    public Outlook {
        ahead = List.copyOf(ahead);
    }
}
