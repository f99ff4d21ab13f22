package org.gapwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.gapwatch.bench.Options.Part;
import org.gapwatch.bench.rung.Cluster;
import org.gapwatch.bench.rung.FinalGaps;
import org.gapwatch.bench.rung.FloorRung;
import org.gapwatch.bench.rung.IntakeRungs;
import org.gapwatch.bench.rung.ReadRungs;
import org.gapwatch.bench.rung.Rung;
import org.gapwatch.bench.rung.StreamRung;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.embedded.EmbeddedMongo;

/** The benchmark's command: {@code ./gapwatch bench}. */
public final class Bench {

    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private Bench() {
    }

    /** Runs the parts that the arguments name. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        TOMCAT.setLevel(Level.WARNING);
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
            if (options.parts().contains(Part.LADDER)) {
                ladder(options, cluster, directory, report);
            }
        }
    }

    private static void ladder(Options options, Cluster cluster, Path directory, Report report) throws Exception {
        Workload workload = new Workload(Shape.standard(options.events()));
        FinalGaps finalGaps = new FinalGaps(workload, Clock.systemUTC());
        try (EmbeddedMongo mongo = EmbeddedMongo.start(directory.resolve("mongo").resolve("bench.mv"))) {
            IntakeRungs intake = new IntakeRungs(cluster, mongo.uri(), true, workload, options.events());
            report.heading("Throughput");
            // What the border writes is what all later rungs read.
            Rung toCanonical = intake.toCanonical();
            toCanonical.run(0);
            List<Rung> inTurn = List.of(
                    ReadRungs.raw(cluster),
                    ReadRungs.parsed(cluster),
                    new FloorRung(cluster),
                    new StreamRung(cluster, finalGaps, directory, "canonical", options.events()),
                    toCanonical,
                    intake.toFinalGaps(finalGaps, directory),
                    intake.projection());
            new Ladder(inTurn, report).run(options.rounds());
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
