package org.gapwatch.alerts.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The core against results computed by an independent program: see {@code vectors/README.md}. */
class ComputeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD = """
            {"specversion":"1.0","id":"1","source":"urn:s","type":"org.gapwatch.procurement.order.cancelled.v1",\
            "time":"2026-01-01T00:00:00Z","data":{"orderId":"o","capability":"c"}}
            """;

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 5002, 5003, 5004, 5006})
    void eventSetsGiveTheExpectedResults(int set) throws IOException {
        List<String> lines = new ArrayList<>(resource(set, "events.jsonl").lines().toList());
        String expected = resource(set, "expected.json");
        LocalDate today = LocalDate.parse(JSON.readTree(expected).get("today").asString());
        Random random = new Random(set);
        for (int round = 0; round < 10; round++) {
            String result = compute(String.join("\n", lines), today);
            assertThat(JSON.readTree(result)).as("round %d", round).isEqualTo(JSON.readTree(expected));
            assertThat(withoutParts(result)).isEqualTo(withoutParts(expected + "\n"));
            lines.add(lines.get(random.nextInt(lines.size())));
            Collections.shuffle(lines, random);
        }
    }

    @Test
    void aFileWithoutEventsHasNoCapabilities() throws IOException {
        assertThat(compute("\n  \r\n", LocalDate.of(2026, 1, 1)))
                .isEqualTo("{\"today\": \"2026-01-01\", \"capabilities\": {}}\n");
    }

    @Test
    void whatIsKnownOnlyLaterIsNotTold() throws IOException {
        assertThat(compute(GOOD, LocalDate.of(2025, 12, 31)))
                .isEqualTo("{\"today\": \"2025-12-31\", \"capabilities\": {}}\n");
    }

    @Test
    void badLinesAreNamedWithAllTheirProblemsAndNothingIsWritten() {
        StringBuilder out = new StringBuilder();
        String bad = GOOD + "{\n" + GOOD.replace("\"o\"", "\"?\"").replace("\"1.0\"", "\"9\"");
        assertThatThrownBy(() -> Compute.run(in(bad), LocalDate.of(2026, 1, 1), out))
                .isInstanceOf(UnreadableEventsException.class).hasMessageContaining("line 2: ")
                .hasMessageContaining("line 3 /data/orderId: ").hasMessageContaining("line 3 /specversion: ")
                .hasMessageNotContaining("\n  line 1");
        assertThat(out).isEmpty();
    }

    @Test
    void ofVeryManyProblemsTheFirstAreNamed() {
        String bad = "{\n".repeat(100);
        assertThatThrownBy(() -> Compute.run(in(bad), LocalDate.of(2026, 1, 1), new StringBuilder()))
                .hasMessageContaining("line 20: ").hasMessageNotContaining("line 21")
                .hasMessageEndingWith("80 more problems");
    }

    private static String compute(String lines, LocalDate today) throws IOException {
        StringBuilder out = new StringBuilder();
        Compute.run(in(lines), today, out);
        return out.toString();
    }

    /** The text without the parts of each reason, which the independent program tells in no particular order. */
    private static String withoutParts(String json) {
        return Arrays.toString(json.split("\"parts\": \\{[^}]*\\}", -1));
    }

    private static InputStream in(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(int set, String name) throws IOException {
        try (InputStream in = ComputeTest.class.getResourceAsStream("/vectors/random-" + set + "." + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
