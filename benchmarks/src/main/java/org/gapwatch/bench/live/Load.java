package org.gapwatch.bench.live;

import org.gapwatch.bench.harness.Bed;

/** What goes through beside what is measured. */
final class Load {

    /** Where part D did not run before, so that nobody knows what half of its rate is. */
    private static final double WITHOUT_D = 20_000;

    private Load() {
    }

    /** Half of what part D reached, in events a second. */
    static double perSecond(Bed bed) {
        return bed.rateOfD().isPresent() ? bed.rateOfD().getAsDouble() / 2 : WITHOUT_D;
    }
}
