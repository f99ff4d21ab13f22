package org.gapwatch.service.projection;

import org.jspecify.annotations.Nullable;

/**
 * How a projection stands.
 *
 * @param caughtUp true once everything that was in its partitions when it got them is applied; false again where it gets
 *            others, or has to begin anew
 * @param lag the records still to apply, as far as known
 * @param failure why it cannot go on at the moment, null where it can
 */
public record ProjectionStatus(boolean caughtUp, long lag, @Nullable String failure) {

    static final ProjectionStatus STARTING = new ProjectionStatus(false, 0, null);

    ProjectionStatus failing(String reason) {
        return new ProjectionStatus(caughtUp, lag, reason);
    }
}
