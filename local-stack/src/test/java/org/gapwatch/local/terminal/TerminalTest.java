package org.gapwatch.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gapwatch.local.terminal.Table.Cell;
import org.gapwatch.local.terminal.Table.Column;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Terminal terminal = Terminal.plain(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void withoutATerminalNothingIsRedrawnOrColoured() {
        new ProgressBar(terminal, "Loading", 10).at(5);
        terminal.line(terminal.styled(Style.RED, "CRITICAL"));
        assertThat(written.toString(StandardCharsets.UTF_8).lines()).containsExactly("CRITICAL");
    }

    @Test
    void progressOfAnUnknownAmountIsNoFault() {
        ProgressBar.withoutTotal(terminal, "Sending").at(500);
        assertThat(written.size()).isZero();
    }

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersLieRight() {
        var table = new Table(Column.text("WHAT"), Column.number("GAP"), Column.text("SINCE"));
        table.row(Cell.of("short"), Cell.of("1,234.5"), Cell.of("-"));
        table.row(Cell.of("much longer"), Cell.of("7"), Cell.of("2026-01-01"));
        table.print(terminal);
        assertThat(written.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "  WHAT             GAP  SINCE",
                "  short        1,234.5  -",
                "  much longer        7  2026-01-01");
    }
}
