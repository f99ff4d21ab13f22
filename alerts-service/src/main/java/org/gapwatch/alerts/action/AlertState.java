package org.gapwatch.alerts.action;

import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;

/**
 * What one record of the alerts topic says of its alert, as far as operators' acts depend on it.
 *
 * @param worsened whether the record tells that it worsened, perhaps on days of which no record tells
 * @param offset of the record
 */
public record AlertState(String alertId, Subject subject, Status status, Severity severity, Phase phase,
        boolean worsened, long offset) {

    /** What has become of the alert. */
    public enum Status {
        /** It goes on. */
        ACTIVE,
        /** It is over. */
        RESOLVED,
        /** It is none any more, since the past is told otherwise. */
        WITHDRAWN
    }

    /** Whether it goes on. */
    public boolean active() {
        return status == Status.ACTIVE;
    }
}
