package org.gapwatch.alerts.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPackerTest {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final LocalDate FIRST_OF_LAST_MONTH = LocalDate.of(2100, 12, 1);
    /** Of a delivery just the month is given back in which it is known. */
    private static final LocalDate KNOWN = LocalDate.of(2026, 1, 1);
    private static final List<String> IDS = List.of("1", "11", "", "Ā", "01", "001", "e", "e1", "e-1", "e-01", "x",
            "01234567-89ab-cdef-0123-456789abcdef", "01234567-89ab-cdef-0123-456789abcdee");
    private static final long MOST = 1_000_000_000_000L;

    private final EventPacker packer = new EventPacker("c", new Scratch());

    static List<Statement> statements() {
        return List.of(new LineStatement.Opened("e", "c", EARLIEST, MOST, 600),
                new LineStatement.Rescheduled("e", "c", FIRST_OF_LAST_MONTH),
                new LineStatement.CapacityChanged("e", "c", FIRST_OF_LAST_MONTH, 0, 0),
                new LineStatement.Closed("e", "c", EARLIEST),
                new ReferenceStatement.Assessed("e", "c", MOST - 1, FIRST_OF_LAST_MONTH),
                new OrderStatement.Placed("e", "c",
                        List.of(new Tranche(EARLIEST, 1), new Tranche(FIRST_OF_LAST_MONTH, MOST))),
                new OrderStatement.Amended("e", "c", List.of()),
                new OrderStatement.Delivered("e", "c", "D-1", MOST, KNOWN), new OrderStatement.Cancelled("e", "c"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void givesBackEveryStatement(Statement statement) {
        checkGivenBack(new Event("urn:s", "id", Instant.parse("2026-01-01T00:00:00Z"), statement));
    }

    @Test
    void keepsOfDaysTheMonthAndOfSchedulesTheSumOfEachMonth() {
        packer.pack(new Event("urn:s", "id", Instant.parse("2026-01-31T00:00:00Z"), new OrderStatement.Placed("e", "c",
                List.of(new Tranche(LATEST, 3), new Tranche(EARLIEST, 0), new Tranche(FIRST_OF_LAST_MONTH, 4)))));
        assertThat(packer.unpack(packer.bytes(), 0, "e").statement())
                .isEqualTo(new OrderStatement.Placed("e", "c", List.of(new Tranche(FIRST_OF_LAST_MONTH, 7))));
        packer.pack(new Event("urn:s", "id", Instant.parse("2026-01-31T00:00:00Z"),
                new LineStatement.Closed("e", "c", LATEST)));
        assertThat(packer.unpack(packer.bytes(), 0, "e").statement())
                .isEqualTo(new LineStatement.Closed("e", "c", FIRST_OF_LAST_MONTH));
    }

    @Test
    void refusesATimeThatTheModelDoesNotKnow() {
        for (String time : List.of("1989-12-31T23:59:59Z", "2200-01-01T00:00:00Z")) {
            assertThatThrownBy(
                    () -> packer.pack(new Event("s", "i", Instant.parse(time), new OrderStatement.Cancelled("e", "c"))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1990");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é and ÿ", "Ā", "日本", "😀", "a\uD83D", "a\u0000b", "e", "e-7",
            "PO-2026-000123", "0", "00", "7", "x999999999999999999", "x1000000000000000000",
            "9223372036854775808", "01234567-89ab-cdef-0123-456789abcdef", "01234567-89AB-cdef-0123-456789abcdef",
            "e01234567-89ab-cdef-0123-456789abcdef", "0123456789ab-cdef-0123-456789abcdef-"})
    void givesBackEveryText(String text) {
        checkGivenBack(new Event(text, text + "1", Instant.parse("2026-01-01T00:00:00Z"),
                new OrderStatement.Delivered("e", "c", text, 1, KNOWN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2100-12-31T23:59:59.999999999Z", "2026-06-01T12:00:00.000000001Z",
            "2026-06-01T12:00:00.999Z", "2026-06-01T12:00:00.000999Z", "2026-06-01T12:00:00.9Z"})
    void givesBackEveryTime(String time) {
        checkGivenBack(new Event("urn:s", "id", Instant.parse(time), new OrderStatement.Cancelled("e", "c")));
    }

    @Test
    void keysAreEqualWhereSourceAndIdAreAndNoKeyBeginsAnother() {
        List<byte[]> keys = new ArrayList<>();
        for (String source : List.of("s", "s1", "")) {
            for (String id : IDS) {
                keys.add(key(source, id));
            }
        }
        // So many others that further beginnings are not numbered any more: what was packed before stays as it was.
        for (int i = 0; i < 1_000; i++) {
            key("s", i + "x" + i);
        }
        int next = 0;
        for (String source : List.of("s", "s1", "")) {
            for (String id : IDS) {
                assertThat(key(source, id)).as(source + " " + id).isEqualTo(keys.get(next++));
            }
        }
        for (byte[] key : keys) {
            assertThat(keys).filteredOn(other -> begins(key, other)).hasSize(1);
        }
        assertThat(key("s", "later-1")).isEqualTo(key("s", "later-1")).isNotEqualTo(key("s", "later-2"));
    }

    private void checkGivenBack(Event event) {
        packer.pack(event);
        byte[] bytes = new byte[packer.size() + 5];
        System.arraycopy(packer.bytes(), 0, bytes, 5, packer.size());
        assertThat(packer.unpack(bytes, 5, "e")).isEqualTo(event);
        assertThat(EventPacker.keyEnd(bytes, 5)).isEqualTo(packer.keyEnd() + 5);
        assertThat(PackedEvent.keyStart(bytes, 5)).isEqualTo(packer.keyStart() + 5);
        assertThat(PackedEvent.day(bytes, 5)).isEqualTo((int) event.knownOn().toEpochDay());
    }

    private byte[] key(String source, String id) {
        packer.pack(new Event(source, id, EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC),
                new OrderStatement.Cancelled("e", "c")));
        return Arrays.copyOfRange(packer.bytes(), packer.keyStart(), packer.keyEnd());
    }

    private static boolean begins(byte[] one, byte[] other) {
        int common = Math.min(one.length, other.length);
        return Arrays.equals(one, 0, common, other, 0, common);
    }
}
