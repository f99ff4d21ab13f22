package org.gapwatch.alerts.stream;

import java.util.HashMap;
import java.util.Map;

/**
 * How often the series of a capability's years gone by are told while events about them keep coming, as when ten years of
 * history are read in: each change of a day rewrites that year's piece and, for gaps are sums, all later ones. Heads, alerts
 * and the year of today do not wait. All times in milliseconds since the epoch. Not safe for use by several threads.
 */
final class YearsPace {

    /** They are told again after so long. */
    static final long SPACING_MS = 5_000;

    private final Map<String, Long> toldAt = new HashMap<>();

    /** How long after an evaluation that left them untold there is another one. */
    long spacing(boolean silent) {
        return silent ? 0 : SPACING_MS;
    }

    /**
     * Whether they are to be told with the evaluation of now; if so, it is taken that they are.
     *
     * @param silent whether nothing more is coming for now
     */
    boolean isDue(String capability, long now, boolean silent) {
        Long at = toldAt.get(capability);
        boolean due = silent || at == null || Elapsed.isOver(SPACING_MS, at, now);
        if (due) {
            toldAt.put(capability, now);
        }
        return due;
    }
}
