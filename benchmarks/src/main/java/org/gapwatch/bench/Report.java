package org.gapwatch.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What is printed: the figures on one stream, what goes on at the moment on another. */
final class Report {

    private final PrintStream figures;
    private final PrintStream progress;

    Report(PrintStream figures, PrintStream progress) {
        this.figures = figures;
        this.progress = progress;
    }

    void line(String format, Object... values) {
        figures.println(String.format(Locale.ROOT, format, values));
        figures.flush();
    }

    void progress(String format, Object... values) {
        progress.println("  " + String.format(Locale.ROOT, format, values));
    }

    /** A heading, with how loaded the machine is: figures from a busy machine are not to be compared. */
    void heading(String title) {
        line("");
        line("== %s (load of the last minute: %.2f)", title, ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage());
    }
}
