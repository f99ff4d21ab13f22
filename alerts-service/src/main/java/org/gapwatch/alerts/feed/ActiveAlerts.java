package org.gapwatch.alerts.feed;

import java.time.Instant;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.action.Subject;
import org.jspecify.annotations.Nullable;

/** The alerts that are active as far as the alerts topic is read here. */
public interface ActiveAlerts {

    /**
     * What was found at one moment.
     *
     * @param alert the active alert of the subject; null where none is
     * @param moment when, and as of which record
     */
    record Look(@Nullable AlertState alert, Action.Moment moment) {
    }

    /** The active alert of a subject at a time that is now; null before the topic has been read to its end once. */
    @Nullable
    Look look(Subject subject, Instant now);
}
