package org.gapwatch.bench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.embedded.EmbeddedMongo;
import org.jspecify.annotations.Nullable;

/** What all parts of the benchmark share; servers are started when first asked for. Not safe for use by several threads. */
public final class Bed implements AutoCloseable {

    private final Options options;
    private final Path directory;
    private final Report report;
    private final Workload workload;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Cluster cluster;
    private @Nullable EmbeddedMongo mongo;
    private @Nullable FinalGaps finalGaps;
    private OptionalDouble rateOfD = OptionalDouble.empty();

    /** A bed with its data under a directory. */
    public Bed(Options options, Path directory, Report report) {
        this.options = options;
        this.directory = directory;
        this.report = report;
        workload = new Workload(Shape.standard(options.events()));
    }

    /** What is asked for. */
    public Options options() {
        return options;
    }

    /** Where data and logs may be kept; gone at the end. */
    public Path directory() {
        return directory;
    }

    /** Where results go. */
    public Report report() {
        return report;
    }

    /** The standard events, as many as are asked for. */
    public Workload workload() {
        return workload;
    }

    /** The broker, in a process of its own, so that what it costs is not counted with what is measured. */
    public Cluster cluster() throws IOException, ExecutionException, InterruptedException {
        if (cluster == null) {
            BrokerProcess broker = BrokerProcess.start(Files.createDirectories(directory.resolve("kafka")));
            open.push(broker);
            cluster = new Cluster(broker.bootstrapServers());
            open.push(cluster);
        }
        return cluster;
    }

    /** The address of the embedded MongoDB-wire server, which runs in this process, as by default. */
    public String mongoUri() {
        if (mongo == null) {
            mongo = EmbeddedMongo.start(directory.resolve("mongo").resolve("bench.mv"));
            open.push(mongo);
        }
        return mongo.uri();
    }

    /** What the standard events come to. */
    public FinalGaps finalGaps() {
        if (finalGaps == null) {
            finalGaps = new FinalGaps(workload, Workload.TODAY);
        }
        return finalGaps;
    }

    /** Events a second from intake to final gaps, where part D was measured. */
    public OptionalDouble rateOfD() {
        return rateOfD;
    }

    /** Tells what part D reached. */
    public void rateOfD(double eventsPerSecond) {
        rateOfD = OptionalDouble.of(eventsPerSecond);
    }

    /** Deletes a directory with all that is in it. */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
