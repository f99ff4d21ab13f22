package org.gapwatch.faults.system;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a service uses.
 *
 * @param heap bytes of heap in use
 * @param resident bytes of memory in the eyes of the operating system
 * @param threads how many threads live
 * @param files how many files and sockets are open
 * @param lag how many records it has still to read, and its views to apply
 */
public record Usage(double heap, double resident, double threads, double files, double lag) {

    private static final double MEGABYTE = 1e6;

    /** The least of each figure. */
    public static Usage least(List<Usage> all) {
        return new Usage(least(all, Usage::heap), least(all, Usage::resident), least(all, Usage::threads),
                least(all, Usage::files), least(all, Usage::lag));
    }

    private static double least(List<Usage> all, ToDoubleFunction<Usage> figure) {
        return all.stream().mapToDouble(figure).min().orElseThrow();
    }

    /** Whether each figure is at most an earlier one's and what may come on top. */
    public boolean isWithin(Usage before, Usage allowance) {
        return heap <= before.heap + allowance.heap && resident <= before.resident + allowance.resident
                && threads <= before.threads + allowance.threads && files <= before.files + allowance.files
                && lag <= before.lag + allowance.lag;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "heap %.0f MB, resident %.0f MB, %.0f threads, %.0f files, lag %.0f",
                heap / MEGABYTE, resident / MEGABYTE, threads, files, lag);
    }
}
