package org.gapwatch.alerts.gap;

import java.time.YearMonth;
import org.gapwatch.alerts.number.Amount;

/** One month of what lies ahead of today, on what is announced as of today. */
public sealed interface AheadMonth {

    /** The month, from today's on. */
    YearMonth month();

    /**
     * A month of COVERAGE, {@code M} to {@code M + 12}.
     *
     * @param due what is due in this month; in the first one with all that is overdue
     * @param cumulativeDue {@code D(j)}
     * @param capacity what the lines make in this month; in the first one what is left of it
     * @param cumulativeSupply {@code S(j)}
     */
    record Coverage(YearMonth month, Amount due, Amount cumulativeDue, Amount capacity, Amount cumulativeSupply)
            implements
                AheadMonth {
    }

    /**
     * A month of OUTPUT, {@code M} to {@code M + 60}.
     *
     * @param own {@code P(m)}
     * @param reference {@code R(m)}
     */
    record Output(YearMonth month, Amount own, Amount reference) implements AheadMonth {
    }
}
