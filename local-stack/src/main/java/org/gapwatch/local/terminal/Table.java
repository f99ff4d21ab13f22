package org.gapwatch.local.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as their widest cell; numbers to the right. */
public final class Table {

    private static final String BETWEEN = "  ";

    /** A column: its heading, and whether it holds numbers. */
    public record Column(String heading, boolean numbers) {

        public static Column text(String heading) {
            return new Column(heading, false);
        }

        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    /** A cell, and how it stands out. */
    public record Cell(String text, Style style) {

        public static Cell of(String text) {
            return new Cell(text, Style.PLAIN);
        }
    }

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row of as many cells as there are columns. */
    public void row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(Terminal terminal) {
        var widths = widths();
        terminal.line(render(terminal, columns.stream().map(column -> new Cell(column.heading(), Style.DIM)).toList(),
                widths));
        for (var row : rows) {
            terminal.line(render(terminal, row, widths));
        }
    }

    private int[] widths() {
        var widths = new int[columns.size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).heading().length();
            for (var row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        return widths;
    }

    private String render(Terminal terminal, List<Cell> cells, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < widths.length; i++) {
            var text = cells.get(i).text();
            var padding = " ".repeat(widths[i] - text.length());
            var styled = terminal.styled(cells.get(i).style(), text);
            line.append(BETWEEN).append(columns.get(i).numbers() ? padding + styled : styled + padding);
        }
        return line.toString().stripTrailing();
    }
}
