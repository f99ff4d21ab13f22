package org.gapwatch.alerts.api;

import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;

/** How many items of a list are answered with. */
final class Limit {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private Limit() {
    }

    /** What the parameter {@code limit} says; throws what is answered where it lies out of bounds. */
    static int of(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problems.badParameter("limit", "limit is %d, but must be 1 to %d.".formatted(limit, MOST));
        }
        return limit == null ? USUAL : limit;
    }
}
