package org.gapwatch.bench.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Medians, which one run that something else disturbed does not move. */
public final class Median {

    private Median() {
    }

    /** The median; not a number where there are no values. */
    public static double of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value that so large a share of the others lies below, 0 to 1; not a number where there are none. */
    public static double quantile(Collection<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    /** The median of what each value of the one is to the value of the other in the same round. */
    public static double ofRatios(List<Double> one, List<Double> other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            ratios.add(one.get(i) / other.get(i));
        }
        return of(ratios);
    }
}
