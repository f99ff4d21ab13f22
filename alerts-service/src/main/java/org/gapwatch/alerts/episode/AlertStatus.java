package org.gapwatch.alerts.episode;

/** What has become of an alert that was published. */
public enum AlertStatus {
    /** It goes on. */
    ACTIVE,
    /** It is over. */
    RESOLVED,
    /** It is none any more, since the past is told otherwise. */
    WITHDRAWN
}
