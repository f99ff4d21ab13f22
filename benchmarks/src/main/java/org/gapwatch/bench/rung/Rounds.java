package org.gapwatch.bench.rung;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Report;

/**
 * Runs rungs in turn, round after round, so that whatever else the machine does falls on all of them alike. The first round
 * warms up and is not counted. A ratio is taken in each round; told is the median.
 */
final class Rounds {

    private final Report report;
    private final Map<Rung, List<Measured>> runs = new LinkedHashMap<>();

    Rounds(Report report) {
        this.report = report;
    }

    Rounds add(Rung rung, boolean wanted) {
        if (wanted) {
            runs.put(rung, new ArrayList<>());
        }
        return this;
    }

    void run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (var entry : runs.entrySet()) {
                Measured measured = entry.getKey().run(round);
                report.progress("round %d of %d%s: %s: %,.0f events/s, %.2f us of CPU an event", round, rounds,
                        round == 0 ? " (not counted)" : "", entry.getKey().name(), measured.rate(),
                        measured.cpuMicros());
                if (round > 0) {
                    entry.getValue().add(measured);
                }
            }
        }
    }

    /** Puts the rate and the CPU time of a rung into the report. */
    void tell(Part part, Rung rung) {
        report.figure(part, rung.name(), rate(rung), "events/s");
        report.figure(part, rung.name() + ", CPU an event",
                Median.of(of(rung).stream().map(Measured::cpuMicros).toList()), "us");
    }

    /** Events a second. */
    double rate(Rung rung) {
        return Median.of(of(rung).stream().map(Measured::rate).toList());
    }

    /** How many times as fast one is as the other. */
    double ratio(Rung one, Rung other) {
        return ratioToSum(one, other);
    }

    /** How many times as fast one is as all of the others one after the other. */
    double ratioToSum(Rung one, Rung... others) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < of(one).size(); i++) {
            double nanos = 0;
            for (Rung other : others) {
                nanos += of(other).get(i).nanos();
            }
            ratios.add(nanos / of(one).get(i).nanos());
        }
        return Median.of(ratios);
    }

    /** The fastest of some. */
    <T extends Rung> T best(List<T> rungs) {
        return Collections.max(rungs, Comparator.comparingDouble(this::rate));
    }

    private List<Measured> of(Rung rung) {
        return runs.getOrDefault(rung, List.of());
    }
}
