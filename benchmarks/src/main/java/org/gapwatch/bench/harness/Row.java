package org.gapwatch.bench.harness;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param part which part it belongs to
 * @param name what was measured
 * @param against what it is compared with, where it is a ratio; empty elsewhere
 * @param measured the median
 * @param unit of the value, for example "x" for a ratio
 * @param bound the target; null where there is none, for figures that are only told
 */
public record Row(Part part, String name, String against, double measured, String unit, @Nullable Bound bound) {

    /** A target: the least or the most that is wanted. */
    public record Bound(double value, boolean least) {

        /** At least so much. */
        public static Bound atLeast(double value) {
            return new Bound(value, true);
        }

        /** At most so much. */
        public static Bound atMost(double value) {
            return new Bound(value, false);
        }
    }

    /** Whether the target holds; one that is not a number does not. Always true where there is none. */
    public boolean holds() {
        return bound == null || (bound.least() ? measured >= bound.value() : measured <= bound.value());
    }

    String target() {
        return bound == null ? "" : (bound.least() ? ">= " : "<= ") + number(bound.value());
    }

    String value() {
        return number(measured) + " " + unit;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1_000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f",
                value);
    }
}
