package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page tells about one capability on one day. Quantities are whole thousandths.
 *
 * @param firstDay the first day on which anything is known
 */
public record Expected(String capability, LocalDate asOf, LocalDate firstDay, OfMeasure coverage, OfMeasure output,
        Why why) {

    /** The two measures. */
    public enum Measure {
        COVERAGE, OUTPUT
    }

    /** Trend of a day, and phase of an alert; only an alert can be RESOLVED. */
    public enum Phase {
        WIDENING, HOLDING, NARROWING, RESOLVED
    }

    /** Severity of an alert, and level of a gap. */
    public enum Severity {
        WATCH, WARNING, CRITICAL
    }

    /** How an alert ended. */
    public enum Outcome {
        CLOSED, REVERSED, STABILISED
    }

    /** Why a gap changed, in the order of the page's table. */
    public enum Cause {
        ORDERED, AMENDED, DELIVERED, CANCELLED, OPENED, RESCHEDULED, CAPACITY_CHANGED, CLOSED, ELAPSED
    }

    /**
     * One measure: today's figures, the gap and base of every day, the alerts by opening day, and what lies ahead.
     *
     * @param level by the plain thresholds, null where the gap is not positive
     */
    public record OfMeasure(Measure measure, Figures today, BigInteger change, Phase trend, @Nullable Severity level,
            List<Day> series, List<Alert> alerts, List<Ahead> ahead) {
    }

    /** @param month the peak month of COVERAGE, the month in which OUTPUT closes, or null */
    public record Figures(BigInteger gap, BigInteger base, @Nullable YearMonth month, BigInteger extraMonthlyOutput) {
    }

    /** One day of the series. */
    public record Day(LocalDate on, BigInteger gap, BigInteger base) {
    }

    /**
     * One episode. Figures and change are those of today while it is active, of the resolving day afterwards.
     */
    public record Alert(String alertId, LocalDate openedOn, @Nullable LocalDate resolvedOn, @Nullable Outcome outcome,
            List<Transition> transitions, Figures figures, BigInteger change) {
    }

    /** A day on which an alert opened, changed phase or severity, or was resolved. */
    public record Transition(LocalDate on, Phase phase, Severity severity, BigInteger gap, BigInteger base) {
    }

    /**
     * One month ahead. COVERAGE: what is due and what can be made in the month (in the first one with what is overdue, and
     * what is left of it), and both cumulated, D(j) and S(j). OUTPUT: the reference and our own output of the month,
     * where nothing is cumulated.
     */
    public record Ahead(YearMonth month, BigInteger demand, BigInteger supply, BigInteger cumulativeDemand,
            BigInteger cumulativeSupply) {
    }

    /** The section "Why a gap changed"; causes of amount 0 are left out, except ELAPSED. */
    public record Why(YearMonth month, LocalDate since, BigInteger total, Map<Cause, BigInteger> parts) {
    }
}
