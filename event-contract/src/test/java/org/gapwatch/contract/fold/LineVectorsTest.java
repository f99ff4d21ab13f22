package org.gapwatch.contract.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.LineStatement.CapacityChanged;
import org.gapwatch.contract.LineStatement.Closed;
import org.gapwatch.contract.LineStatement.Opened;
import org.gapwatch.contract.LineStatement.Rescheduled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines whose capacity was computed by an independent program: vectors/lines.jsonl. */
class LineVectorsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    List<DynamicTest> capacities() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/vectors/lines.jsonl")),
                StandardCharsets.UTF_8))) {
            List<DynamicTest> tests = lines.lines().map(JSON::readTree)
                    .map(row -> DynamicTest.dynamicTest(row.path("name").asString(), () -> check(row))).toList();
            assertThat(tests).hasSize(460);
            return tests;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void check(JsonNode row) {
        LineFold fold = new LineFold();
        row.path("statements").forEach(statement -> fold.apply(statement(statement)));
        int from = MonthAmounts.month(YearMonth.parse(row.path("from").asString()).atDay(1));
        long[] expected = row.path("capacity").valueStream().mapToLong(JsonNode::asLong).toArray();

        long[] capacity = LongStream.range(from, from + expected.length).map(m -> fold.capacity((int) m)).toArray();
        assertThat(capacity).containsExactly(expected);

        long[] summed = LongStream.range(from, from + expected.length).map(m -> Months.upTo(fold.amounts(), (int) m))
                .toArray();
        assertThat(summed).as("sums of steps").containsExactly(expected);
    }

    private static LineStatement statement(JsonNode json) {
        LocalDate on = LocalDate.parse(json.path(json.has("opensOn") ? "opensOn" : "effectiveOn").asString());
        long capacity = json.path("monthlyCapacity").asDecimal(java.math.BigDecimal.ZERO).movePointRight(3)
                .longValueExact();
        int ramp = json.path("rampMonths").asInt(0);
        String kind = json.path("kind").asString();
        return switch (kind) {
            case "opened" -> new Opened("L", "tanks", on, capacity, ramp);
            case "rescheduled" -> new Rescheduled("L", "tanks", on);
            case "capacity-changed" -> new CapacityChanged("L", "tanks", on, capacity, ramp);
            case "closed" -> new Closed("L", "tanks", on);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
