package org.gapwatch.alerts.capability;

import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.episode.Trend;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.alerts.gap.Why;
import org.jspecify.annotations.Nullable;

/**
 * One measure of a capability as of one day.
 *
 * @param figures today's numbers
 * @param trend today's trend
 * @param level today's severity by the plain thresholds, whether or not there is an alert; null where there is no gap
 * @param series every day up to today; a live view, see {@link Series}
 * @param alerts by ascending {@code openedOn}; only the last one can be active
 * @param ahead month by month, from today's month on
 * @param why COVERAGE only, else null
 * @param changedFrom the earliest day whose gap or base is new, or differs from what the assessment before said; the day
 *            after today where there is none
 */
public record MeasureAssessment(Measure measure, Figures figures, Trend trend, @Nullable Severity level, Series series,
        List<Alert> alerts, List<AheadMonth> ahead, @Nullable Why why, LocalDate changedFrom) {

    public MeasureAssessment {
        alerts = List.copyOf(alerts);
        ahead = List.copyOf(ahead);
    }

    /** The active alert, or null where there is none. */
    public @Nullable Alert activeAlert() {
        return !alerts.isEmpty() && alerts.getLast().active() ? alerts.getLast() : null;
    }
}
