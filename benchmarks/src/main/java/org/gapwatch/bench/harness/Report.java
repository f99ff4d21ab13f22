package org.gapwatch.bench.harness;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gapwatch.bench.harness.Row.Bound;

/** What is printed: the figures on one stream, what goes on at the moment on another. Safe for use by several threads. */
public final class Report {

    private final PrintStream figures;
    private final PrintStream progress;
    private final List<Row> rows = new ArrayList<>();

    /** A report with its figures on one stream, and what goes on at the moment on another. */
    public Report(PrintStream figures, PrintStream progress) {
        this.figures = figures;
        this.progress = progress;
    }

    /** A row with a target. */
    public void target(Part part, String name, String against, double measured, String unit, Bound bound) {
        add(new Row(part, name, against, measured, unit, bound));
    }

    /** A row that only tells a figure. */
    public void figure(Part part, String name, double measured, String unit) {
        add(new Row(part, name, "", measured, unit, null));
    }

    private synchronized void add(Row row) {
        rows.add(row);
        progress("%s: %s: %s %s", row.part().label(), row.name(), row.value(), row.target());
    }

    /** The rows so far. */
    public synchronized List<Row> rows() {
        return List.copyOf(rows);
    }

    /** A line among the figures. */
    public synchronized void line(String format, Object... values) {
        figures.println(String.format(Locale.ROOT, format, values));
        figures.flush();
    }

    /** A line about what goes on. */
    public synchronized void progress(String format, Object... values) {
        progress.println("  " + String.format(Locale.ROOT, format, values));
    }

    /** A heading, with how loaded the machine is: figures from a busy machine are not to be compared. */
    public void heading(String title) {
        line("");
        line("== %s (load of the last minute: %.2f)", title, ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage());
    }

    /** All rows as one table in Markdown, each with its target and whether it holds. */
    public synchronized void table() {
        line("");
        line("| %-7s | %-64s | %-44s | %14s | %8s | %-5s |", "part", "what", "compared with", "measured", "target",
                "holds");
        line("|%s|%s|%s|%s:|%s:|%s|", "-".repeat(9), "-".repeat(66), "-".repeat(46), "-".repeat(15), "-".repeat(9),
                "-".repeat(7));
        for (Row row : rows) {
            line("| %-7s | %-64s | %-44s | %14s | %8s | %-5s |", row.part().label(), row.name(), row.against(),
                    row.value(), row.target(), row.bound() == null ? "" : row.holds() ? "yes" : "NO");
        }
    }
}
