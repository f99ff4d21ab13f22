package org.gapwatch.bench.live;

import java.util.List;

/** Medians and other quantiles. */
public final class Medians {

    private Medians() {
    }

    /** The one in the middle; not a number where there are none. */
    public static double of(List<Double> values) {
        return quantile(values, 0.5);
    }

    /** The value that so large a share of the others lies below, 0 to 1; not a number where there are none. */
    public static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
