package org.gapwatch.bench.rung;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.gapwatch.alerts.stream.AlertsStream;
import org.gapwatch.alerts.stream.OutputTopics;
import org.gapwatch.alerts.stream.StreamSettings;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.workload.Workload;

/** The alerts stream as shipped, in this JVM, on a fixed day, with two threads. */
final class RunningStream implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Workload.TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC);

    private final AlertsStream stream;

    private RunningStream(AlertsStream stream) {
        this.stream = stream;
    }

    /** Starts it as an application of its own, and waits until it is RUNNING. */
    static RunningStream start(String bootstrapServers, Path directory, String application, OutputTopics outputs)
            throws InterruptedException {
        StreamSettings settings = settings(application, directory);
        AlertsStream stream = new AlertsStream(settings,
                outputs,
                Map.of("bootstrap.servers", bootstrapServers), CLOCK, new SimpleMeterRegistry());
        stream.start();
        RunningStream running = new RunningStream(stream);
        Await.until("the stream is RUNNING", () -> {
            if (!running.alive()) {
                throw new IllegalStateException("The stream stopped: " + stream.state());
            }
            return stream.running();
        });
        return running;
    }

    static StreamSettings settings(String application, Path directory) {
        return new StreamSettings(application, directory.resolve(application), Consumption.THREADS, 0, 1, 1, null);
    }

    boolean alive() {
        return stream.alive();
    }

    @Override
    public void close() {
        stream.close();
    }
}
