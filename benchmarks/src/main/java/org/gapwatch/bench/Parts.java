package org.gapwatch.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import org.gapwatch.bench.growth.CoreGrowth;
import org.gapwatch.bench.growth.StreamGrowth;
import org.gapwatch.bench.live.Latency;
import org.gapwatch.bench.live.LiveServices;
import org.gapwatch.bench.live.Restart;
import org.gapwatch.bench.rung.Cluster;
import org.gapwatch.bench.rung.FinalGaps;
import org.gapwatch.bench.rung.FloorRung;
import org.gapwatch.bench.rung.IntakeRungs;
import org.gapwatch.bench.rung.Loader;
import org.gapwatch.bench.rung.ReadRungs;
import org.gapwatch.bench.rung.Rung;
import org.gapwatch.bench.rung.StreamRung;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;

/** The parts of the benchmark that need a broker: what each runs, and how its figures are printed. */
final class Parts {

    /** The load behind which latency is measured where the ladder did not tell what half of the full rate is. */
    private static final double USUAL_LOAD = 2_000;
    private static final int GROWTH_EVENTS = 100_000;

    private final Options options;
    private final Cluster cluster;
    private final String mongoUri;
    private final Path directory;
    private final Report report;
    private final Workload workload;
    private final FinalGaps finalGaps;
    private OptionalDouble fullRate = OptionalDouble.empty();

    Parts(Options options, Cluster cluster, String mongoUri, Path directory, Report report) {
        this.options = options;
        this.cluster = cluster;
        this.mongoUri = mongoUri;
        this.directory = directory;
        this.report = report;
        workload = new Workload(Shape.standard(options.events()));
        finalGaps = new FinalGaps(workload, Clock.systemUTC());
    }

    void ladder() throws Exception {
        report.heading("Throughput");
        IntakeRungs intake = new IntakeRungs(cluster, mongoUri, true, workload, options.events());
        Rung toCanonical = intake.toCanonical();
        Rung toFinalGaps = intake.toFinalGaps(finalGaps, directory);
        // What the border writes is what all other rungs read.
        toCanonical.run(0);
        List<Rung> rungs = List.of(
                ReadRungs.raw(cluster),
                ReadRungs.parsed(cluster),
                new FloorRung(cluster),
                new StreamRung(cluster, finalGaps, directory, "canonical", options.events()),
                toCanonical,
                toFinalGaps,
                intake.projection());
        var medians = new Ladder(rungs, report).run(options.rounds());
        fullRate = medians.entrySet().stream().filter(rung -> rung.getKey().equals(toFinalGaps))
                .mapToDouble(rung -> rung.getValue().rate()).findFirst();
    }

    void growth() throws Exception {
        report.heading("Growth: what one more event costs");
        report.line("%-50s %14s %16s", "pure core, after", "add, CPU us", "assess, CPU us");
        CoreGrowth.measure().forEach(
                (name, cost) -> report.line("%-50s %14.2f %16.2f", name, cost.addMicros(), cost.assessMicros()));
        int events = Math.min(GROWTH_EVENTS, options.events());
        report.line("%-50s %14s %16s", String.format("stream, %,d events of", events), "events/s", "CPU us/event");
        StreamGrowth.measure(cluster, directory, events).forEach(
                (name, took) -> report.line("%-50s %,14.0f %16.2f", name, took.rate(), took.cpuMicros()));
    }

    void restart() throws Exception {
        cluster.empty(Cluster.CANONICAL);
        new Loader(cluster).toCanonical(workload);
        report.heading("Restart after kill -9, with the state of " + options.events() + " events");
        var times = new Restart(cluster, mongoUri, directory).measure(finalGaps, options.rounds());
        report.line("stream RUNNING after %.1f s, service ready after %.1f s", times.running(), times.ready());
    }

    void latency() throws Exception {
        cluster.empty(Cluster.INTAKE);
        try (LiveServices services = LiveServices.start(cluster, mongoUri, directory)) {
            report.heading("From publishing an event at the intake to its alert at a client of the feed");
            print("idle", services.idle());
            double load = fullRate.isPresent() ? fullRate.getAsDouble() / 2 : USUAL_LOAD;
            print(String.format("with %,.0f events/s beside it", load), services.loaded(workload, load));
        }
    }

    private void print(String name, Latency.Percentiles latency) {
        report.line(
                "%-50s p50 %8.1f ms   p99 %8.1f ms   max %8.1f ms   (%d probes)",
                name,
                latency.p50(),
                latency.p99(),
                latency.max(),
                latency.probes());
    }
}
