package org.gapwatch.local.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.gapwatch.local.terminal.Style;
import org.gapwatch.local.terminal.Table.Cell;
import tools.jackson.databind.JsonNode;

/** Values as people read them. */
final class Words {

    static final String NONE = "-";

    private Words() {
    }

    /** A quantity with thousands set apart: {@code 12,345.5}. */
    static String quantity(JsonNode value) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value.isNumber() ? value.decimalValue() : BigDecimal.ZERO);
    }

    static String text(JsonNode value) {
        return value.isNull() ? NONE : value.asString(NONE);
    }

    /** A word that is lower case for reading and stands out by what it says. */
    static Cell level(JsonNode value) {
        return new Cell(text(value), severityStyle(text(value)));
    }

    static Cell trend(JsonNode value) {
        var trend = text(value);
        var style = switch (trend) {
            case "WIDENING" -> Style.YELLOW;
            case "NARROWING", "RESOLVED" -> Style.GREEN;
            case "HOLDING", NONE -> Style.PLAIN;
            case String other -> Style.PLAIN;
        };
        return new Cell(trend, style);
    }

    private static Style severityStyle(String severity) {
        return switch (severity) {
            case "CRITICAL" -> Style.RED;
            case "WARNING" -> Style.YELLOW;
            case String other -> Style.PLAIN;
        };
    }
}
