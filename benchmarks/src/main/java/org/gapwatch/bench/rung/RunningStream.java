package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.gapwatch.alerts.stream.AlertsStream;
import org.gapwatch.alerts.stream.OutputTopics;
import org.gapwatch.alerts.stream.StreamSettings;
import org.gapwatch.contract.Topics;

/** The alerts stream as shipped, in this JVM, as an application with output topics of its own. */
final class RunningStream implements AutoCloseable {

    private final Cluster cluster;
    private final OutputTopics outputs;
    private final AlertsStream stream;

    private RunningStream(Cluster cluster, OutputTopics outputs, AlertsStream stream) {
        this.cluster = cluster;
        this.outputs = outputs;
        this.stream = stream;
    }

    /** Starts it, and waits until it is RUNNING. */
    static RunningStream start(Cluster cluster, Path directory, String application)
            throws ExecutionException, InterruptedException {
        OutputTopics outputs = new OutputTopics(application + ".gaps", application + ".alerts", Topics.REJECTED_EVENTS);
        cluster.create(outputs.gaps(), outputs.alerts());
        StreamSettings settings = new StreamSettings(application, directory.resolve(application), Consumption.THREADS,
                0,
                1, 1, null);
        AlertsStream stream = new AlertsStream(settings, outputs,
                Map.of("bootstrap.servers", cluster.bootstrapServers()), Clock.systemUTC(), new SimpleMeterRegistry());
        stream.start();
        Await.until("the stream is RUNNING", () -> {
            if (!stream.alive()) {
                throw new IllegalStateException("The stream stopped: " + stream.state());
            }
            return stream.running();
        });
        return new RunningStream(cluster, outputs, stream);
    }

    String gapsTopic() {
        return outputs.gaps();
    }

    @Override
    public void close() throws Exception {
        stream.close();
        cluster.delete(outputs.gaps(), outputs.alerts());
    }
}
