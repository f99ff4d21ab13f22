package org.gapwatch.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.bench.rung.Measured;
import org.gapwatch.bench.rung.Rung;

/**
 * Runs the rungs in turn, round after round, so that whatever else the machine does falls on all of them alike; tells the
 * median of each. The first round warms up and is not counted.
 */
final class Ladder {

    private final List<Rung> rungs;
    private final Report report;

    Ladder(List<Rung> rungs, Report report) {
        this.rungs = rungs;
        this.report = report;
    }

    /** Runs all, prints the table, and tells the medians. */
    Map<Rung, Measured> run(int rounds) throws Exception {
        Map<Rung, List<Measured>> runs = new LinkedHashMap<>();
        rungs.forEach(rung -> runs.put(rung, new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (var entry : runs.entrySet()) {
                Measured measured = entry.getKey().run(round);
                report.progress(
                        "round %d of %d%s: %s: %,.0f events/s",
                        round,
                        rounds,
                        round == 0 ? " (not counted)" : "",
                        entry.getKey().name(),
                        measured.rate());
                if (round > 0) {
                    entry.getValue().add(measured);
                }
            }
        }
        Map<Rung, Measured> medians = new LinkedHashMap<>();
        runs.forEach((rung, measured) -> medians.put(rung, median(measured)));
        print(medians, rounds);
        return medians;
    }

    private void print(Map<Rung, Measured> medians, int rounds) {
        double first = medians.values().iterator().next().rate();
        report.line("%-66s %12s %8s %12s", "rung (medians of " + rounds + ")", "events/s", "ratio", "CPU us/event");
        medians.forEach(
                (rung, median) -> report.line(
                        "%-66s %,12.0f %8.3f %12.2f",
                        rung.name(),
                        median.rate(),
                        median.rate() / first,
                        median.cpuMicros()));
    }

    private static Measured median(List<Measured> runs) {
        return runs.stream().sorted(Comparator.comparingDouble(Measured::rate)).toList().get(runs.size() / 2);
    }
}
