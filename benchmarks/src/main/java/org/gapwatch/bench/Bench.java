package org.gapwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.bench.rung.Cluster;
import org.gapwatch.bench.rung.FinalGaps;
import org.gapwatch.bench.rung.FloorRung;
import org.gapwatch.bench.rung.Loader;
import org.gapwatch.bench.rung.ReadRungs;
import org.gapwatch.bench.rung.Rung;
import org.gapwatch.bench.rung.StreamRung;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;

/** The benchmark's command: {@code ./gapwatch bench}. */
public final class Bench {

    private Bench() {
    }

    /** Runs the parts that the arguments name. */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        Path directory = Files.createTempDirectory("gapwatch-bench");
        try {
            run(options, directory, new Report(System.out, System.err));
        } finally {
            delete(directory);
        }
        System.exit(0);
    }

    static void run(Options options, Path directory, Report report) throws Exception {
        report.line(
                "Gapwatch benchmark: %,d events, %d rounds, %d processors, Java %s",
                options.events(),
                options.rounds(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(directory.resolve("kafka")));
                Cluster cluster = new Cluster(broker.bootstrapServers())) {
            Workload workload = new Workload(Shape.standard(options.events()));
            report.progress("writing %,d events", options.events());
            new Loader(cluster).toCanonical(workload);
            report.heading("Throughput");
            FinalGaps finalGaps = new FinalGaps(workload, Clock.systemUTC());
            List<Rung> rungs = List.of(
                    ReadRungs.raw(cluster),
                    ReadRungs.parsed(cluster),
                    new FloorRung(cluster),
                    new StreamRung(cluster, finalGaps, directory, "canonical", options.events()));
            new Ladder(rungs, report).run(options.rounds());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
