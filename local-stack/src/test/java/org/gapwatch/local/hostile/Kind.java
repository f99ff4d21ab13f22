package org.gapwatch.local.hostile;

import java.util.List;

/**
 * A kind of bad event, or of a good one that looks bad.
 *
 * @param section what it belongs to
 * @param outcome what becomes of it, whichever way it is sent
 * @param ways the ways in which it is sent
 */
record Kind(String section, String name, Outcome outcome, List<Way> ways) {

    /** Makes one event of the kind. */
    @FunctionalInterface
    interface Way {

        /** @param n the number of the event, which makes its source and the ids in it its own */
        Sending of(int n);
    }
}
