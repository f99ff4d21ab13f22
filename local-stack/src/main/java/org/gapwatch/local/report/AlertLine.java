package org.gapwatch.local.report;

import org.gapwatch.local.terminal.Table.Cell;
import org.gapwatch.local.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** One revision of an alert in one line. */
public final class AlertLine {

    private AlertLine() {
    }

    /** The line of an alert as the feed tells it. */
    public static String of(JsonNode alert, Terminal terminal) {
        return "%s  %s  %s  %s %s  gap %s of %s  since %s".formatted(
                Words.text(alert.path("asOf")),
                padded(terminal, Cell.of(Words.text(alert.path("news"))), 9),
                padded(terminal, Words.level(alert.path("severity")), 8),
                padded(terminal, Words.trend(alert.path("phase")), 9),
                Words.text(alert.path("capability")) + " " + Words.text(alert.path("measure")),
                Words.quantity(alert.path("gap")),
                Words.quantity(alert.path("base")),
                Words.text(alert.path("openedOn")));
    }

    private static String padded(Terminal terminal, Cell cell, int width) {
        return terminal.styled(cell.style(), cell.text()) + " ".repeat(Math.max(0, width - cell.text().length()));
    }
}
