package org.gapwatch.bench.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.bench.harness.Java;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.contract.Topics;

/** How long the alerts service takes after a kill -9, with all its state to restore. It runs as a process of its own. */
public final class Restart {

    private final Cluster cluster;
    private final String mongoUri;
    private final Path directory;

    /** With the read models at an address, and state and logs under a directory. */
    public Restart(Cluster cluster, String mongoUri, Path directory) {
        this.cluster = cluster;
        this.mongoUri = mongoUri;
        this.directory = directory;
    }

    /**
     * Seconds from starting the process; the median of several kills.
     *
     * @param running until its stream is RUNNING
     * @param ready until the service is ready, its read models caught up
     */
    public record Times(double running, double ready) {
    }

    /** Lets the service work off all there is, then kills it and starts it again, so many times. */
    public Times measure(FinalGaps finalGaps, int kills) throws Exception {
        List<Double> running = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        int port = freePort();
        Health health = new Health(port);
        Process process = start(port);
        try {
            finalGaps.await(cluster, Topics.CAPABILITY_GAPS);
            Await.until("the alerts service is ready", health::ready);
            for (int i = 0; i < kills; i++) {
                process.destroyForcibly().waitFor();
                long start = System.nanoTime();
                process = start(port);
                Await.until("the stream is RUNNING again", health::streaming);
                running.add((System.nanoTime() - start) / 1e9);
                Await.until("the alerts service is ready again", health::ready);
                ready.add((System.nanoTime() - start) / 1e9);
            }
            return new Times(median(running), median(ready));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(int port) throws IOException {
        return Java.start(
                AlertsService.class,
                List.of("-Xmx1g", "-Dorg.springframework.boot.logging.LoggingSystem=none"),
                List.of(LiveServices.settings(cluster, mongoUri, directory, "--server.port=" + port,
                        "--gapwatch.group-instance-id=bench", "--gapwatch.stream.application-id=bench-restart")),
                directory.resolve("alerts-service.log"));
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
