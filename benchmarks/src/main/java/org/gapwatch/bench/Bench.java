package org.gapwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.gapwatch.bench.Options.Part;
import org.gapwatch.bench.rung.Cluster;
import org.gapwatch.embedded.EmbeddedMongo;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

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
        if (options.parts().contains(Part.JMH)) {
            new Runner(new OptionsBuilder().include("org\\.gapwatch\\.bench\\.micro\\..*").build()).run();
        }
        if (options.parts().equals(Set.of(Part.JMH))) {
            return;
        }
        try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(directory.resolve("kafka")));
                Cluster cluster = new Cluster(broker.bootstrapServers());
                EmbeddedMongo mongo = EmbeddedMongo.start(directory.resolve("mongo").resolve("bench.mv"))) {
            Parts parts = new Parts(options, cluster, mongo.uri(), directory, report);
            for (Part part : options.parts()) {
                switch (part) {
                    case LADDER -> parts.ladder();
                    case GROWTH -> parts.growth();
                    case RESTART -> parts.restart();
                    case LATENCY -> parts.latency();
                    case JMH -> {
                        // It needs no broker, and ran before there was one.
                    }
                }
            }
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
