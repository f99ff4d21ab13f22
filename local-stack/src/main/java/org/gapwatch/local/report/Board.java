package org.gapwatch.local.report;

import org.gapwatch.local.terminal.Table;
import org.gapwatch.local.terminal.Table.Cell;
import org.gapwatch.local.terminal.Table.Column;
import org.gapwatch.local.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** What is going on now: a row for each capability and measure that has anything to count. */
public final class Board {

    private Board() {
    }

    /** Prints the board from {@code GET /api/capabilities}. */
    public static void print(JsonNode capabilities, Terminal terminal) {
        var table = new Table(Column.text("CAPABILITY"), Column.text("MEASURE"), Column.number("GAP"),
                Column.number("BASE"), Column.text("TREND"), Column.text("LEVEL"), Column.text("SINCE"));
        for (var capability : capabilities.path("items")) {
            for (var measure : capability.path("measures")) {
                if (counts(measure)) {
                    table.row(
                            Cell.of(Words.text(capability.path("capability"))),
                            Cell.of(Words.text(measure.path("measure"))),
                            Cell.of(Words.quantity(measure.path("gap"))),
                            Cell.of(Words.quantity(measure.path("base"))),
                            Words.trend(measure.path("trend")),
                            Words.level(measure.path("level")),
                            Cell.of(since(measure.path("alertId"))));
                }
            }
        }
        if (table.isEmpty()) {
            terminal.line("  Nothing is tracked yet.");
        } else {
            table.print(terminal);
        }
    }

    private static boolean counts(JsonNode measure) {
        return measure.path("base").asDouble(0) != 0 || measure.path("gap").asDouble(0) != 0;
    }

    /** The day on which the active alert opened: the last part of its id. */
    private static String since(JsonNode alertId) {
        var id = Words.text(alertId);
        return id.substring(id.lastIndexOf(':') + 1);
    }
}
