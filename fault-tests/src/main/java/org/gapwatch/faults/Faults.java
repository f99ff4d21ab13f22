package org.gapwatch.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gapwatch.faults.line.DatabaseFaults;
import org.gapwatch.faults.line.Frozen;
import org.gapwatch.faults.line.FullDisks;
import org.gapwatch.faults.line.LeaderKills;
import org.gapwatch.faults.line.Line;
import org.gapwatch.faults.line.ManyClients;
import org.gapwatch.faults.line.OnlyBroker;
import org.gapwatch.faults.line.Scaling;
import org.gapwatch.faults.line.ServiceKills;
import org.gapwatch.faults.line.SteadyLoad;
import org.gapwatch.faults.line.WrongClocks;

/** The command {@code ./gapwatch faults}. */
public final class Faults {

    /** In the order of the table. */
    private static final List<Line> LINES = List.of(new ServiceKills(), new OnlyBroker(), new LeaderKills(),
            new DatabaseFaults(), new Frozen(), new Scaling(), new FullDisks(), new WrongClocks(),
            new ManyClients(), new SteadyLoad());
    /** Lines of the small run at a time: they mostly wait, and none of their figures is kept. */
    private static final int AT_A_TIME = 3;

    private Faults() {
    }

    /** Runs the lines that the arguments name; ends with 1 where something was found. */
    public static void main(String[] arguments) throws Exception {
        List<String> names = LINES.stream().map(Line::name).toList();
        Options options;
        try {
            options = Options.of(List.of(arguments), System.getenv(), names);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE.formatted(String.join(", ", names)));
            System.exit(2);
            return;
        }
        Path directory = Files.createTempDirectory("gapwatch-faults");
        boolean nothing = run(options, directory);
        if (nothing) {
            delete(directory);
        } else {
            System.err.println("Data and logs of the run are in " + directory);
        }
        System.exit(nothing ? 0 : 1);
    }

    private static boolean run(Options options, Path directory) throws InterruptedException, ExecutionException {
        System.out.println("Fault tests, seed " + options.seed() + (options.full() ? ", full" : "") + ", on "
                + (options.mongod() == null ? "the embedded MongoDB-wire server" : "MongoDB"));
        Progress progress = new Progress(System.err);
        List<Row> rows = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(options.full() ? 1 : AT_A_TIME)) {
            List<Future<List<Row>>> running = new ArrayList<>();
            for (Line line : LINES) {
                if (!options.only().isEmpty() && !options.only().contains(line.name())) {
                    continue;
                }
                if (line.faults().stream().noneMatch(fault -> fault.times(options.full()) > 0)) {
                    System.out.println("Left out without --full: " + line.name());
                } else if (line.needsMongod() && options.mongod() == null) {
                    System.out.println("Left out without --mongod: " + line.name());
                } else {
                    running.add(threads.submit(new Run(line, options, directory.resolve(line.name()), progress)));
                }
            }
            for (Future<List<Row>> each : running) {
                rows.addAll(each.get());
            }
        }
        System.out.println(Row.HEAD);
        rows.forEach(row -> System.out.println(row.text()));
        return rows.stream().allMatch(Row::clean);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
