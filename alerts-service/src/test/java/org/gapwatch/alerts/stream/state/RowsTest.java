package org.gapwatch.alerts.stream.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Outcome;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.episode.Transition;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.oracle.EventSet;
import org.gapwatch.alerts.stream.publication.PublishedAlert;
import org.gapwatch.alerts.stream.publication.PublishedMeasure;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows outlive releases: what one release wrote the next one must read, so their bytes are fixed here. */
class RowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments(new LineStatement.Opened("L", "c", DAY, 100_000, 3),
                        "010163014c01730169/010180aba1b00d80cab5ee01d8c402a08d0603"),
                arguments(new LineStatement.Rescheduled("L", "c", DAY),
                        "010163014c01730169/010280aba1b00d80cab5ee01d8c402"),
                arguments(new LineStatement.CapacityChanged("L", "c", DAY, 100_000, 0),
                        "010163014c01730169/010380aba1b00d80cab5ee01d8c402a08d0600"),
                arguments(new LineStatement.Closed("L", "c", DAY), "010163014c01730169/010480aba1b00d80cab5ee01d8c402"),
                arguments(new ReferenceStatement.Assessed("P", "c", 1_000_000_000_000L, DAY),
                        "020163015001730169/010580aba1b00d80cab5ee0180a094a58d1dd8c402"),
                arguments(new OrderStatement.Placed("O", "c", List.of(new Tranche(DAY, 1), new Tranche(DAY, 2))),
                        "030163014f01730169/010680aba1b00d80cab5ee0102d8c40201d8c40202"),
                arguments(new OrderStatement.Amended("O", "c", List.of(new Tranche(DAY, 0))),
                        "030163014f01730169/010780aba1b00d80cab5ee0101d8c40200"),
                arguments(new OrderStatement.Delivered("O", "c", "D", 12_500, DAY),
                        "030163014f01730169/010880aba1b00d80cab5ee010144d461d8c402"),
                arguments(new OrderStatement.Cancelled("O", "c"), "030163014f01730169/010980aba1b00d80cab5ee01"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void statementsKeepTheirBytes(Statement statement, String hex) {
        var event = new Event("s", "i", Instant.parse("2026-11-23T12:00:00.5Z"), statement);
        assertThat(HexFormat.of().formatHex(RowKeys.of(event).get()) + "/"
                + HexFormat.of().formatHex(StatementRow.value(event))).isEqualTo(hex);
        assertThat(reread(event)).isEqualTo(event);
    }

    @Test
    void randomStatementsComeBackAsTheyWere() {
        for (long seed = 0; seed < 200; seed++) {
            for (Event event : EventSet.random(seed).events()) {
                assertThat(reread(event)).as("seed %d", seed).isEqualTo(event);
            }
        }
    }

    @Test
    void alertsComeBackAsTheyWere() {
        var huge = Amount.of(BigInteger.TWO.pow(100).negate());
        var figures = new Figures(huge, Amount.of(-1), Amount.of(Long.MAX_VALUE), YearMonth.of(2100, 12), Amount.ZERO);
        var transition = new Transition(DAY, Phase.NARROWING, Severity.CRITICAL, huge, Amount.of(7));
        var active = new Alert(DAY, null, null, Phase.HOLDING, Severity.WATCH, figures,
                List.of(transition, transition));
        var over = new Alert(DAY, DAY.plusDays(1), Outcome.STABILISED, Phase.RESOLVED, Severity.WARNING,
                new Figures(huge, huge, huge, null, huge), List.of(transition));
        for (var published : List.of(new PublishedAlert(1, false, DAY, active),
                new PublishedAlert(1L << 40, true, DAY.plusDays(9), over))) {
            assertThat(PublishedRow.alert(new RowReader(PublishedRow.alert(published)))).isEqualTo(published);
        }
    }

    @Test
    void headsAndYearsComeBackAsTheyWere() {
        var head = new PublishedMeasure.Head(DAY, -1234567890123456789L);
        assertThat(PublishedRow.head(new RowReader(PublishedRow.head(head)))).isEqualTo(head);
        assertThat(PublishedRow.year(new RowReader(PublishedRow.year(Long.MIN_VALUE)))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void rowOfALaterReleaseSaysWhatToDo() {
        assertThatThrownBy(() -> PublishedRow.year(new RowReader(new byte[]{2, 0, 0, 0, 0, 0, 0, 0, 0})))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("version 2")
                .hasMessageContaining("another application id");
    }

    private static Event reread(Event event) {
        return StatementRow.read(new RowReader(RowKeys.of(event).get()), new RowReader(StatementRow.value(event)),
                new Texts());
    }
}
