package org.gapwatch.alerts.action;

import java.time.Instant;

/** The latest acknowledgement that holds no more, since when and why. */
public record Lapse(Acknowledgement acknowledgement, Instant at, Because because) {

    /** Why an acknowledgement holds no more. */
    public enum Because {
        /** The alert is more severe than it was then. */
        MORE_SEVERE,
        /** The gap widens again after it held or narrowed. */
        WIDENS_AGAIN,
        /** No alert of that capability and measure is active. */
        NO_ALERT,
        /** Whoever gave it has taken it back. */
        TAKEN_BACK
    }
}
