package org.gapwatch.bench.rung;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Report;
import org.gapwatch.bench.harness.Row.Bound;

/** Parts A to D: how fast a backlog is worked off. All rungs run in turn, so that the ratios are of the same time. */
public final class Rates implements BenchPart {

    /** Where the peer lies once it is built. */
    private static final Path PEER = Path.of(System.getProperty("gapwatch.home", "."), "benchmarks", "peers", "target",
            "lib");
    /** The best way to keep the peer's state with checkpoints as often as our commits, which the first target is about. */
    private static final Map<Integer, List<String>> PEER_SETTINGS = new TreeMap<>(Map.of(
            100, List.of("hashmap+changelog", "rocksdb+changelog"),
            1_000, List.of("hashmap", "rocksdb"),
            5_000, List.of("hashmap", "rocksdb")));

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.A, Part.B, Part.C, Part.D);
    }

    @Override
    public void run(Bed bed) throws Exception {
        Report report = bed.report();
        report.heading("Rates");
        boolean a = bed.options().wants(Part.A);
        boolean b = bed.options().wants(Part.B);
        boolean c = bed.options().wants(Part.C);
        boolean d = bed.options().wants(Part.D);
        report.progress("%,d events: %,d gap and alert records in the end, %,d of them alerts", bed.options().events(),
                bed.finalGaps().size(), bed.finalGaps().alerts());
        load(bed, c || d);
        boolean peer = a && Files.isDirectory(PEER);
        if (a && !peer) {
            report.line("A has no verdict, for the peer is not built: mvn -Ppeers -pl benchmarks/peers -am -DskipTests"
                    + " package");
        }
        IntakeRung intake = new IntakeRung(bed);
        StreamRung stream = new StreamRung(bed);
        RowFloor rows = new RowFloor(bed);
        CanonicalFloor canonical = new CanonicalFloor(bed);
        PipelineRung pipeline = new PipelineRung(bed);
        try (Workers workers = new Workers()) {
            Rounds rounds = new Rounds(report);
            // The order matters: the first and the last leave behind what those in between read.
            rounds.add(intake, c || d).add(stream, b || d).add(rows, b);
            WorkerRung ours = a ? WorkerRung.ours(bed, workers.add(WorkerRung.ours(bed))) : null;
            if (ours != null) {
                rounds.add(ours, true);
            }
            List<WorkerRung> peers = peer ? peers(bed, workers.add(WorkerRung.peer(bed, PEER))) : List.of();
            peers.forEach(one -> rounds.add(one, true));
            rounds.add(canonical, c).add(pipeline, d);
            rounds.run(bed.options().rounds());
            if (ours != null) {
                tellA(bed, rounds, ours, peers);
            }
            if (b) {
                rounds.tell(Part.B, stream);
                rounds.tell(Part.B, rows);
                report.target(Part.B, stream.name(), rows.name(), rounds.ratio(stream, rows), "x",
                        Bound.atLeast(0.6));
            }
            if (c) {
                rounds.tell(Part.C, intake);
                rounds.tell(Part.C, canonical);
                report.target(Part.C, intake.name(), canonical.name(), rounds.ratio(intake, canonical), "x",
                        Bound.atLeast(0.6));
            }
            if (d) {
                rounds.tell(Part.D, pipeline);
                report.target(Part.D, pipeline.name(), "C and A in one JVM, one after the other",
                        rounds.ratioToSum(pipeline, intake, stream), "x", Bound.atLeast(0.85));
                bed.rateOfD(rounds.rate(pipeline));
                AllOn.measure(bed);
            }
        }
    }

    private static void tellA(Bed bed, Rounds rounds, WorkerRung ours, List<WorkerRung> peers) throws Exception {
        Report report = bed.report();
        rounds.tell(Part.A, ours);
        peers.forEach(one -> rounds.tell(Part.A, one));
        if (!peers.isEmpty()) {
            WorkerRung equal = peers.getFirst();
            WorkerRung best = rounds.best(peers);
            report.target(Part.A, ours.name(), equal.name(), rounds.ratio(ours, equal), "x", Bound.atLeast(1.5));
            report.target(Part.A, ours.name(), "the best: " + best.name(), rounds.ratio(ours, best), "x",
                    Bound.atLeast(1.2));
        }
        for (WorkerRung one : peers.isEmpty() ? List.of(ours) : List.of(ours, peers.getFirst())) {
            List<Double> millis = one.latency(bed.options().quick() ? 20 : 200);
            report.figure(Part.A, one.name() + ", event to alert, p50", Median.of(millis), "ms");
            report.figure(Part.A, one.name() + ", event to alert, p99", Median.quantile(millis, 0.99), "ms");
        }
    }

    /** With quick runs only the first, which is the one of the first target. */
    private static List<WorkerRung> peers(Bed bed, Worker process) {
        return PEER_SETTINGS.entrySet().stream()
                .flatMap(every -> every.getValue().stream()
                        .map(state -> WorkerRung.peer(bed, process, every.getKey(), state)))
                .limit(bed.options().quick() ? 1 : Long.MAX_VALUE).toList();
    }

    private static void load(Bed bed, boolean intake) throws Exception {
        Cluster cluster = bed.cluster();
        if (intake) {
            cluster.empty(Cluster.INTAKE);
            new Loader(cluster).toIntake(bed.workload());
        } else {
            cluster.recreate(Cluster.CANONICAL);
            new Loader(cluster).toCanonical(bed.workload());
        }
    }
}
