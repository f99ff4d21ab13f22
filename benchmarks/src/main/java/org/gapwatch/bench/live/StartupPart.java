package org.gapwatch.bench.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;

/** From {@code ./gapwatch up} to ready and from {@code ./gapwatch demo} to its table, each with empty data. */
public final class StartupPart implements BenchPart {

    private static final double MEBIBYTE = 1 << 20;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.STARTUP);
    }

    @Override
    public void run(Bed bed) throws Exception {
        String home = System.getProperty("gapwatch.home");
        if (home == null) {
            bed.report().progress("startup is measured only where ./gapwatch started the benchmark");
            return;
        }
        bed.report().heading("Start-up");
        measure(bed, Path.of(home, "gapwatch"), "up", "Ready in", 3.5);
        measure(bed, Path.of(home, "gapwatch"), "demo", "Feed of alerts", 5);
    }

    private static void measure(Bed bed, Path launcher, String command, String sign, double atMostSeconds)
            throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int round = 0; round <= bed.options().rounds(); round++) {
            Path data = Files.createDirectories(bed.directory().resolve("startup-" + command + "-" + round));
            try (Launched launched = Launched.start(launcher, command, data)) {
                double took = launched.secondsUntil(sign);
                if (round > 0) {
                    seconds.add(took);
                    resident.add(launched.residentBytes() / MEBIBYTE);
                }
            }
        }
        String what = "./gapwatch " + command;
        bed.report().target(Part.STARTUP, what + (command.equals("up") ? " to ready" : " to its table"), "",
                Median.of(seconds), "s", Bound.atMost(atMostSeconds));
        bed.report().target(Part.STARTUP, what + ", resident memory of the whole then", "", Median.of(resident), "MiB",
                Bound.atMost(600));
    }
}
