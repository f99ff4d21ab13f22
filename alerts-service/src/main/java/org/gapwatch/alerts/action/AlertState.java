package org.gapwatch.alerts.action;

import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;

/**
 * What one record of the alerts topic says of its alert, as far as operators' acts depend on it.
 *
 * @param worsened whether the record tells that it worsened, perhaps on days of which no record tells
 * @param offset of the record
 */
public record AlertState(String alertId, Subject subject, AlertStatus status, Severity severity, Phase phase,
        boolean worsened, long offset) {

    /** Whether it goes on. */
    public boolean active() {
        return status == AlertStatus.ACTIVE;
    }
}
