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

    /** Whether an alert that is active now asks for attention again; not whether it widened, eased and widened since. */
    boolean isExceededBy(AlertState alert) {
        return alert.severity().compareTo(severity) > 0;
    }
}
