package org.gapwatch.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gapwatch.faults.check.Findings;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table: one fault, or a line of several as a whole.
 *
 * @param what what was done
 * @param times how often; null for a line as a whole, so that the column can be added up
 * @param findings what was found in the end; null for one fault of several, which struck the same system
 * @param back how long it took each time until all was ready again, as far as that was waited for
 */
record Row(String what, @Nullable Integer times, @Nullable Findings findings, List<Duration> back) {

    static final String HEAD = """
            | fault | times | lost | duplicated | wrong | back to ready: median | longest |
            |---|---:|---:|---:|---:|---:|---:|""";

    /** The rows of a line, one of which bears what was found: that of its only fault, or one below those of all. */
    static List<Row> ofLine(String line, List<Row> faults, Findings findings) {
        String notes = findings.notes().stream().map(note -> ", " + note).collect(Collectors.joining());
        if (faults.size() == 1) {
            Row only = faults.getFirst();
            return List.of(new Row(only.what + notes, only.times, findings, only.back));
        }
        List<Row> rows = new ArrayList<>(faults);
        rows.add(new Row("all of `" + line + "`" + notes, null, findings, List.of()));
        return rows;
    }

    /** Whether it tells of nothing that was found. */
    boolean clean() {
        return findings == null || findings.none();
    }

    /** As a line of the table. */
    String text() {
        List<Duration> sorted = back.stream().sorted().toList();
        return "| " + String.join(" | ", what, times == null ? "" : times.toString(),
                findings == null ? "" : String.valueOf(findings.lost()),
                findings == null ? "" : String.valueOf(findings.duplicated()),
                findings == null ? "" : String.valueOf(findings.wrong()),
                sorted.isEmpty() ? "" : seconds(sorted.get(sorted.size() / 2)),
                sorted.isEmpty() ? "" : seconds(sorted.getLast())) + " |";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
