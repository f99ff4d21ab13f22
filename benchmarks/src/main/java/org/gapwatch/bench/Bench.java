package org.gapwatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gapwatch.bench.growth.Growth;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Options;
import org.gapwatch.bench.harness.Report;
import org.gapwatch.bench.http.HttpPart;
import org.gapwatch.bench.live.ClientsPart;
import org.gapwatch.bench.live.LatencyPart;
import org.gapwatch.bench.live.MemoryPart;
import org.gapwatch.bench.live.NewDayPart;
import org.gapwatch.bench.live.RestartPart;
import org.gapwatch.bench.live.StartupPart;
import org.gapwatch.bench.micro.Micro;
import org.gapwatch.bench.rung.Rates;
import org.gapwatch.bench.view.ViewPart;

/** The benchmark's command: {@code ./gapwatch bench}. */
public final class Bench {

    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    /** In the order in which they run. */
    private static final List<BenchPart> PARTS = List.of(
            new Micro(),
            new Growth(),
            new Rates(),
            new ViewPart(),
            new HttpPart(),
            new LatencyPart(),
            new NewDayPart(),
            new ClientsPart(),
            new RestartPart(),
            new StartupPart(),
            new MemoryPart());

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
            Bed.delete(directory);
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
        try (Bed bed = new Bed(options, directory, report)) {
            for (BenchPart part : PARTS) {
                if (!Collections.disjoint(part.parts(), options.parts())) {
                    part.run(bed);
                }
            }
        }
        report.table();
    }
}
