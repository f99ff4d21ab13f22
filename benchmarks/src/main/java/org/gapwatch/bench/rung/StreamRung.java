package org.gapwatch.bench.rung;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gapwatch.alerts.stream.AlertsStream;
import org.gapwatch.alerts.stream.OutputTopics;
import org.gapwatch.alerts.stream.StreamSettings;
import org.gapwatch.contract.Topics;

/**
 * The alerts pipeline as shipped, from the canonical topics to final gaps. Each run is a new application with output
 * topics of its own. The clock runs from the moment the stream is RUNNING until the right gaps are committed.
 */
public final class StreamRung implements Rung {

    private final Cluster cluster;
    private final FinalGaps finalGaps;
    private final Path directory;
    private final String label;
    private final long events;

    /** The rung, with its state under a directory; the label keeps its applications apart from others'. */
    public StreamRung(Cluster cluster, FinalGaps finalGaps, Path directory, String label, long events) {
        this.cluster = cluster;
        this.finalGaps = finalGaps;
        this.directory = directory;
        this.label = label;
        this.events = events;
    }

    @Override
    public String name() {
        return "alerts pipeline: canonical topics to final gaps";
    }

    @Override
    public Measured run(int round) throws Exception {
        String application = "bench-" + label + "-" + round;
        OutputTopics outputs = new OutputTopics(application + ".gaps", application + ".alerts", Topics.REJECTED_EVENTS);
        cluster.create(outputs.gaps(), outputs.alerts());
        try (AlertsStream stream = stream(application, outputs)) {
            stream.start();
            awaitRunning(stream);
            return Measured.of(() -> {
                finalGaps.await(cluster, outputs.gaps());
                return events;
            });
        } finally {
            cluster.delete(outputs.gaps(), outputs.alerts());
        }
    }

    private AlertsStream stream(String application, OutputTopics outputs) {
        StreamSettings settings = new StreamSettings(application, directory.resolve(application), Consumption.THREADS,
                0,
                1, 1, null);
        return new AlertsStream(settings, outputs, Map.of("bootstrap.servers", cluster.bootstrapServers()),
                Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private static void awaitRunning(AlertsStream stream) throws InterruptedException {
        while (!stream.running()) {
            if (!stream.alive()) {
                throw new IllegalStateException("The stream stopped: " + stream.state());
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
