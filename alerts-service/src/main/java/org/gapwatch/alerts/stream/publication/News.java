package org.gapwatch.alerts.stream.publication;

/** What a revision of an alert is, so that a reader need not compare it with the one before (docs/decisions/0009-evaluation-and-news.md). */
public enum News {
    /** An alert that is active, and was not told before or was withdrawn. */
    OPENED,
    /** A higher severity, or widening again. */
    WORSENED,
    /** A lower severity, or no longer widening, and nothing of {@link #WORSENED}. */
    EASED,
    /** The alert is over. */
    RESOLVED,
    /** Numbers only. */
    UPDATED,
    /** Its past was told differently: history, of which people are not notified. */
    CORRECTED,
    /** There is no such alert any more. */
    WITHDRAWN;

    /** Whether the alert itself is another now, which operators are to see at once. */
    public boolean isTransition() {
        return switch (this) {
            case OPENED, WORSENED, EASED, RESOLVED -> true;
            case UPDATED, CORRECTED, WITHDRAWN -> false;
        };
    }
}
