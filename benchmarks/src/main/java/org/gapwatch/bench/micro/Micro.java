package org.gapwatch.bench.micro;

import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Part;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the micro-benchmarks of the pure core. */
public final class Micro implements BenchPart {

    @Override
    public Set<Part> parts() {
        return Set.of(Part.JMH);
    }

    @Override
    public void run(Bed bed) throws Exception {
        var options = new OptionsBuilder().include("org\\.gapwatch\\.bench\\.micro\\..*").build();
        for (RunResult result : new Runner(options).run()) {
            var score = result.getPrimaryResult();
            bed.report().figure(Part.JMH, result.getParams().getBenchmark().replaceFirst(".*\\.", ""),
                    score.getScore(), score.getScoreUnit());
        }
    }
}
