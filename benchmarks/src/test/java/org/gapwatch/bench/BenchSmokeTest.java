package org.gapwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.gapwatch.bench.harness.Options;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs, and ends in the right gaps; its figures are not looked at. */
class BenchSmokeTest {

    @Test
    void runsTheLadderOnAFewEvents(@TempDir Path directory) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Bench.run(new Options(true, 1_000, 1, Set.of(Part.A)), directory, new Report(out, out));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("measured");
    }
}
