package org.gapwatch.alerts.view;

import java.time.LocalDate;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for. What is null does not matter, but that alerts withdrawn are left out unless asked for.
 *
 * @param limit how many at most, 1 or more
 * @param after the alert after which the page begins
 */
public record AlertQuery(@Nullable AlertStatus status, @Nullable Phase phase, @Nullable Severity severity,
        @Nullable String capability, @Nullable Measure measure, AlertOrder order, int limit,
        @Nullable Place after) {

    /** Where an alert stands in the list: the day that the order goes by, and its id. */
    public record Place(LocalDate day, String alertId) {
    }
}
