package org.gapwatch.alerts.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.contract.LineStatement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The oracle itself against the vectors, which an independent program computed. */
class OracleTest {

    private static final List<String> NAMES = Vectors.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void tellsWhatTheVectorsTell(String name) {
        JsonNode expected = Vectors.expected(name);
        var told = Oracle.expect(Vectors.events(name), LocalDate.parse(Vectors.text(expected, "today")));
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(json.writeValueAsString(VectorFormat.capabilities(told))))
                .isEqualTo(json.readTree(expected.required("capabilities").toString()));
    }

    @TestFactory
    Stream<DynamicTest> foldsLinesAsTheVectorsDo() {
        return Vectors.lines("lines.jsonl").stream()
                .map(row -> DynamicTest.dynamicTest(Vectors.text(row, "name"), () -> {
                    Line line = new Line(statements(row.required("statements")));
                    YearMonth month = YearMonth.parse(Vectors.text(row, "from"));
                    List<BigInteger> capacity = new ArrayList<>();
                    List<BigInteger> expected = new ArrayList<>();
                    for (JsonNode value : row.required("capacity")) {
                        expected.add(value.bigIntegerValue());
                        capacity.add(line.capacity(month));
                        month = month.plusMonths(1);
                    }
                    assertThat(capacity).isEqualTo(expected);
                }));
    }

    private static List<LineStatement> statements(JsonNode array) {
        List<LineStatement> statements = new ArrayList<>();
        for (JsonNode json : array) {
            int ramp = json.path("rampMonths").intValue(0);
            statements.add(switch (Vectors.text(json, "kind")) {
                case "opened" -> new LineStatement.Opened("L", "c", Vectors.day(json, "opensOn"),
                        Vectors.thousandths(json, "monthlyCapacity"), ramp);
                case "rescheduled" -> new LineStatement.Rescheduled("L", "c", Vectors.day(json, "opensOn"));
                case "capacity-changed" -> new LineStatement.CapacityChanged("L", "c", Vectors.day(json, "effectiveOn"),
                        Vectors.thousandths(json, "monthlyCapacity"), ramp);
                case "closed" -> new LineStatement.Closed("L", "c", Vectors.day(json, "effectiveOn"));
                default -> throw new IllegalArgumentException(json.toString());
            });
        }
        return statements;
    }
}
