package org.gapwatch.service.projection;

import org.jspecify.annotations.Nullable;

/**
 * How a rebuild stands.
 *
 * @param state what has become of it
 * @param lag the records that the new view has still to apply, as far as known
 * @param failure why it failed; null where it has not
 */
public record RebuildStatus(State state, long lag, @Nullable String failure) {

    /** What becomes of a rebuild. */
    public enum State {
        /** The new view is being built; the one before is read. */
        RUNNING,
        /** The new view is read. */
        DONE,
        /** It was given up, and the view before is read. */
        FAILED
    }
}
