package org.gapwatch.local.report;

import java.util.List;
import org.gapwatch.local.terminal.Table;
import org.gapwatch.local.terminal.Table.Cell;
import org.gapwatch.local.terminal.Table.Column;
import org.gapwatch.local.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** What happened: every alert with the days on which it opened, was at its worst and was resolved. */
public final class Story {

    private static final List<String> SEVERITIES = List.of("WATCH", "WARNING", "CRITICAL");

    private Story() {
    }

    /** Prints the alerts, each as in {@code GET /api/alerts}, in the order given. */
    public static void print(List<JsonNode> alerts, Terminal terminal) {
        var table = new Table(Column.text("OPENED"), Column.text("RESOLVED"), Column.text("OUTCOME"),
                Column.text("CAPABILITY"), Column.text("MEASURE"), Column.text("WORST"), Column.text("ON"),
                Column.number("GAP"), Column.number("BASE"));
        for (var alert : alerts) {
            var worst = worst(alert.path("transitions"));
            table.row(
                    Cell.of(Words.text(alert.path("openedOn"))),
                    Cell.of(Words.text(alert.path("resolvedOn"))),
                    Cell.of(Words.text(alert.path("outcome"))),
                    Cell.of(Words.text(alert.path("capability"))),
                    Cell.of(Words.text(alert.path("measure"))),
                    Words.level(worst.path("severity")),
                    Cell.of(Words.text(worst.path("on"))),
                    Cell.of(Words.quantity(worst.path("gap"))),
                    Cell.of(Words.quantity(worst.path("base"))));
        }
        if (table.isEmpty()) {
            terminal.line("  No gap has widened so far.");
        } else {
            table.print(terminal);
        }
    }

    /** The first transition of the highest severity. */
    private static JsonNode worst(JsonNode transitions) {
        var worst = transitions.path(0);
        for (var transition : transitions) {
            if (rank(transition) > rank(worst)) {
                worst = transition;
            }
        }
        return worst;
    }

    private static int rank(JsonNode transition) {
        return SEVERITIES.indexOf(transition.path("severity").asString(""));
    }
}
