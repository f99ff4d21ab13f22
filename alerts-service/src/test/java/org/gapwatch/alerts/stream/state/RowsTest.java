package org.gapwatch.alerts.stream.state;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
                        "030163160100014c00017300016980aba1b00de80700a08d0603"),
                arguments(new LineStatement.Rescheduled("L", "c", DAY), "030163120200014c00017300016980aba1b00de80700"),
                arguments(new LineStatement.CapacityChanged("L", "c", DAY.minusDays(9), 100_000, 0),
                        "030163160300014c00017300016980aba1b00de80711a08d0600"),
                arguments(new LineStatement.Closed("L", "c", DAY.plusYears(70)),
                        "030163140400014c00017300016980aba1b00de807c08f03"),
                arguments(new ReferenceStatement.Assessed("P", "c", 1_000_000_000_000L, DAY),
                        "030163180500015000017300016980aba1b00de8070080a094a58d1d"),
                arguments(new OrderStatement.Placed("O", "c",
                        List.of(new Tranche(DAY.plusDays(3), 1), new Tranche(DAY, 2))),
                        "030163160600014f00017300016980aba1b00de8070206010502"),
                arguments(new OrderStatement.Amended("O", "c", List.of(new Tranche(DAY, 0))),
                        "030163140700014f00017300016980aba1b00de807010000"),
                arguments(new OrderStatement.Delivered("O", "c", "D", 12_500, DAY),
                        "030163170800014f00017300016980aba1b00de80700d461000144"),
                arguments(new OrderStatement.Cancelled("O", "c"), "030163110900014f00017300016980aba1b00de807"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void statementsKeepTheirBytes(Statement statement, String hex) {
        var event = new Event("s", "i", Instant.parse("2026-11-23T12:00:00.5Z"), statement);
        var block = new StatementBlock();
        block.add(event);
        assertThat(HexFormat.of().formatHex(block.toBytes())).isEqualTo(hex);
        assertThat(reread(List.of(event))).containsExactly(event);
    }

    @Test
    void neighbourIsToldByWhatDiffers() {
        var block = new StatementBlock();
        List<Event> events = List.of(
                new Event("urn:a", "e-1", Instant.parse("2026-11-23T12:00:00Z"),
                        new OrderStatement.Delivered("o-1", "c", "d-1", 12_500, DAY)),
                new Event("urn:a", "e-2", Instant.parse("2026-11-23T12:00:01.000000001Z"),
                        new OrderStatement.Delivered("o-1", "c", "d-2", 12_500, DAY)),
                new Event("urn:", "\uD83D\uDE00", Instant.parse("1970-01-01T00:00:00Z"),
                        new OrderStatement.Cancelled("o", "cc")),
                new Event("urn:", "\uD83D\uDE01é", Instant.parse("1969-12-31T23:59:59.999Z"),
                        new OrderStatement.Cancelled("o", "cc")));
        events.forEach(block::add);
        assertThat(HexFormat.of().formatHex(block.toBytes())).isEqualTo(
                "030163300800036f2d31000575726e3a610003652d3180aba1b00d0000d4610003642d31"
                        + "0803000500020132020300d461020132"
                        + "02636322" + "0900016f000475726e3a0004f09f98800000" + "09010004000006f09f9881c3a901ce0f");
        assertThat(reread(events)).isEqualTo(events);
    }

    @Test
    void randomStatementsComeBackAsTheyWere() {
        for (long seed = 0; seed < 200; seed++) {
            List<Event> events = EventSet.random(seed).events();
            assertThat(reread(events)).as("seed %d", seed).isEqualTo(byCapability(events));
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

    /** In the order in which they came, but each capability's together. */
    private static List<Event> byCapability(List<Event> events) {
        return events.stream()
                .collect(groupingBy(event -> event.statement().capability(), LinkedHashMap::new, toList())).values()
                .stream().flatMap(List::stream).toList();
    }

    private static List<Event> reread(List<Event> events) {
        var block = new StatementBlock();
        events.forEach(block::add);
        var read = new ArrayList<Event>();
        StatementBlock.read(block.toBytes(), new Texts(), (capability, row, from, to) -> {
            var reader = new RowReader(row);
            reader.skip(from);
            int length = reader.count();
            assertThat(reader.position() + length).isEqualTo(to);
            StatementSection.read(reader, to, capability, new Texts(), read::add);
        });
        return read;
    }
}
