package org.gapwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.gapwatch.bench.harness.Options;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs, and ends in the right gaps and alerts; its figures are not looked at. */
class BenchSmokeTest {

    /** The parts that take seconds. */
    @Test
    void worksOffAFewEvents(@TempDir Path directory) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        // A run ends in an exception where a record is wrong or missing.
        Set<Part> parts = EnumSet.of(Part.A, Part.B, Part.C, Part.D, Part.F, Part.CLIENTS);
        Bench.run(new Options(true, 1_000, 1, parts), directory, new Report(out, out));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("| part ")
                .contains(parts.stream().map(part -> "| " + part.label() + " ").toList());
    }
}
