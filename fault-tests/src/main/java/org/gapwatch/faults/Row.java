package org.gapwatch.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gapwatch.faults.check.Findings;

/**
 * A row of the table.
 *
 * @param fault what was done
 * @param times how often
 * @param findings what was found in its system in the end
 * @param back how long it took each time until all was ready again, as far as that was waited for
 */
record Row(String fault, int times, Findings findings, List<Duration> back) {

    static final String HEAD = """
            | fault | times | lost | duplicated | wrong | back to ready: median | longest |
            |---|---:|---:|---:|---:|---:|---:|""";

    /** As a line of the table. */
    String text() {
        List<Duration> sorted = back.stream().sorted().toList();
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %s | %s |", fault, times, findings.lost(),
                findings.duplicated(), findings.wrong(),
                sorted.isEmpty() ? "" : seconds(sorted.get(sorted.size() / 2)),
                sorted.isEmpty() ? "" : seconds(sorted.getLast()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
