package org.gapwatch.alerts.episode;

/** How an alert ended (docs/gap-model.md, "Alerts"). */
public enum Outcome {
    /** There is no gap any more. */
    CLOSED,
    /** OUTPUT only: the gap has become an advantage. */
    REVERSED,
    /** The gap is still there, but has not been widening for 60 days. */
    STABILISED
}
