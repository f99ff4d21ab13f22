package org.gapwatch.alerts.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
    private static final long MOST = 1_000_000_000_000L;

    private final EventPacker packer = new EventPacker("c");

    static List<Statement> statements() {
        return List.of(new LineStatement.Opened("e", "c", EARLIEST, MOST, 600),
                new LineStatement.Rescheduled("e", "c", LATEST),
                new LineStatement.CapacityChanged("e", "c", LATEST, 0, 0), new LineStatement.Closed("e", "c", EARLIEST),
                new ReferenceStatement.Assessed("e", "c", MOST, LATEST),
                new OrderStatement.Placed("e", "c", List.of(new Tranche(LATEST, MOST), new Tranche(EARLIEST, 0))),
                new OrderStatement.Amended("e", "c", List.of()),
                new OrderStatement.Delivered("e", "c", "D-1", MOST, EARLIEST), new OrderStatement.Cancelled("e", "c"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void givesBackEveryStatement(Statement statement) {
        checkGivenBack(new Event("urn:s", "id", Instant.parse("2026-01-01T00:00:00Z"), statement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é and ÿ", "Ā", "日本", "😀", "a\uD83D", "a\u0000b"})
    void givesBackEveryText(String text) {
        checkGivenBack(new Event(text, text + "1", Instant.parse("2026-01-01T00:00:00Z"),
                new OrderStatement.Delivered("e", "c", text, 1, EARLIEST)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2100-12-31T23:59:59.999999999Z", "2026-06-01T12:00:00.000000001Z"})
    void givesBackEveryTime(String time) {
        checkGivenBack(new Event("urn:s", "id", Instant.parse(time), new OrderStatement.Cancelled("e", "c")));
    }

    @Test
    void keysAreEqualWhereSourceAndIdAreAndNoKeyBeginsAnother() {
        assertThat(key("s", "1")).isEqualTo(key("s", "1"));
        assertThat(List.of(key("s", "11"), key("s", ""), key("s1", "1"), key("", "s1"), key("s", "Ā")))
                .allSatisfy(other -> assertThat(begins(key("s", "1"), other)).isFalse());
    }

    private void checkGivenBack(Event event) {
        packer.pack(event);
        byte[] bytes = new byte[packer.size() + 5];
        System.arraycopy(packer.bytes(), 0, bytes, 5, packer.size());
        assertThat(packer.unpack(bytes, 5, "e")).isEqualTo(event);
        assertThat(EventPacker.keyEnd(bytes, 5)).isEqualTo(packer.keySize() + 5);
    }

    private byte[] key(String source, String id) {
        packer.pack(new Event(source, id, Instant.EPOCH, new OrderStatement.Cancelled("e", "c")));
        return Arrays.copyOf(packer.bytes(), packer.keySize());
    }

    private static boolean begins(byte[] one, byte[] other) {
        int common = Math.min(one.length, other.length);
        return Arrays.equals(one, 0, common, other, 0, common);
    }
}
