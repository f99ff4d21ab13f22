package org.gapwatch.bench.growth;

import java.util.List;
import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Report;
import org.gapwatch.bench.harness.Row.Bound;

/**
 * Whether an event costs the same however much is known: CPU time from the bytes of a canonical record to those of the
 * records published, with some history behind it and with ten times as much, in turn.
 */
public final class Growth implements BenchPart {

    private static final Bound BOUND = Bound.atMost(1.15);

    /** What grows. */
    private record Dimension(String name, History base, History tenfold) {
    }

    @Override
    public Set<Part> parts() {
        return Set.of(Part.GROWTH);
    }

    @Override
    public void run(Bed bed) {
        Report report = bed.report();
        report.heading("Growth");
        int scale = bed.options().quick() ? 10 : 1;
        int rounds = bed.options().quick() ? 3 : 5;
        int events = 20_000 / scale;
        List<Dimension> dimensions = List.of(
                new Dimension("10 x the orders of a capability", new History(20, 5_000 / scale, 2, 3),
                        new History(20, 50_000 / scale, 2, 3)),
                new Dimension("10 x the capabilities", new History(200 / scale, 500, 2, 3),
                        new History(2_000 / scale, 500, 2, 3)),
                new Dimension("10 x the years of history", new History(20, 5_000 / scale, 2, 1),
                        new History(20, 50_000 / scale, 2, 10)),
                new Dimension("10 x the deliveries of one order", new History(20, 1, 5_000 / scale, 3),
                        new History(20, 1, 50_000 / scale, 3)));
        // Compiles what is measured.
        compare(report, "", new History(20, 500, 2, 3), new History(20, 500, 2, 3), true, events, rounds);
        for (Dimension dimension : dimensions) {
            double[] costs = compare(report, dimension.name(), dimension.base(), dimension.tenfold(), true,
                    events, rounds);
            report.target(Part.GROWTH, dimension.name(), "the same with a tenth", costs[2], "x", BOUND);
            report.figure(Part.GROWTH, dimension.name() + ", CPU an event", costs[1], "us");
        }
        for (Dimension dimension : List.of(dimensions.get(2), dimensions.get(3))) {
            double[] costs = compare(report, dimension.name(), dimension.base(), dimension.tenfold(), false,
                    events, rounds);
            report.figure(Part.GROWTH, dimension.name() + ", out of order and far back", costs[2], "x");
            report.figure(Part.GROWTH, dimension.name() + ", out of order and far back, CPU an event", costs[1], "us");
        }
    }

    /** CPU time an event with the base, and with ten times as much, in microseconds, and the ratio of the two. */
    private static double[] compare(Report report, String name, History base, History tenfold,
            boolean inOrder, int events, int rounds) {
        int most = Math.max(events, tenfold.capabilities() * Experiment.EVENTS_AN_EVALUATION);
        Experiment one = new Experiment(base, inOrder, most);
        Experiment ten = new Experiment(tenfold, inOrder, most);
        for (int round = 0; round <= rounds; round++) {
            one.round(round, rounds + 1);
            ten.round(round, rounds + 1);
        }
        if (!name.isEmpty()) {
            report.progress("%s: %s and %s us an event", name, one.micros(), ten.micros());
        }
        return new double[]{Median.of(one.micros()), Median.of(ten.micros()),
                Median.ofRatios(ten.micros(), one.micros())};
    }
}
