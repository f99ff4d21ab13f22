package org.gapwatch.alerts.action;

import java.time.Instant;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;

/**
 * Somebody has seen an alert.
 *
 * @param by who, as that person is called
 * @param severity how severe the alert was
 * @param phase what it was in
 */
public record Acknowledgement(String by, Instant at, String alertId, Severity severity, Phase phase) {

    /** Whether an alert is more severe than it was then. */
    public boolean isExceededBy(AlertState alert) {
        return alert.severity().compareTo(severity) > 0;
    }
}
