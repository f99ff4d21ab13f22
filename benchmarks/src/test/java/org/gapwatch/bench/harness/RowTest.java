package org.gapwatch.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gapwatch.bench.harness.Row.Bound;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void holdsFromTheBoundOn() {
        assertThat(row(1.5, Bound.atLeast(1.5)).holds()).isTrue();
        assertThat(row(1.49, Bound.atLeast(1.5)).holds()).isFalse();
        assertThat(row(1.15, Bound.atMost(1.15)).holds()).isTrue();
        assertThat(row(1.16, Bound.atMost(1.15)).holds()).isFalse();
    }

    @Test
    void doesNotHoldWhereNothingCouldBeMeasured() {
        assertThat(row(Double.NaN, Bound.atLeast(1)).holds()).isFalse();
        assertThat(row(Double.NaN, Bound.atMost(1)).holds()).isFalse();
    }

    @Test
    void standsInTheTableWithItsTarget() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Report report = new Report(out, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        report.target(Part.LATENCY, "idle, p99", "", 250, "ms", Bound.atMost(200));
        report.figure(Part.A, "the stream", 123_456, "events/s");
        report.table();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(" +", " ")))
                .contains("| latency | idle, p99 | | 250 ms | <= 200 | NO |",
                        "| A | the stream | | 123,456 events/s | | |");
    }

    private static Row row(double measured, Bound bound) {
        return new Row(Part.B, "it", "that", measured, "x", bound);
    }
}
