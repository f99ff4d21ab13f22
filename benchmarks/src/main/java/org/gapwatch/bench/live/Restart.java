package org.gapwatch.bench.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.bench.harness.Java;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Watch;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.Topics;

/** How long the alerts service takes after a kill -9, with all its state to restore. It runs as a process of its own. */
final class Restart {

    private static final String APPLICATION = "bench-restart";

    private final Bed bed;
    private final Cluster cluster;
    private final int port;

    Restart(Bed bed) throws Exception {
        this.bed = bed;
        cluster = bed.cluster();
        port = freePort();
    }

    /**
     * Seconds, medians of several kills.
     *
     * @param running from the kill until the stream is RUNNING
     * @param firstAlert from the kill until the alert of an event published after it is committed
     * @param plainRead that plain consumers take to read the changelogs
     */
    record Times(double running, double firstAlert, double plainRead) {
    }

    /** Lets the service work off all there is, then kills it and starts it again, so many times. */
    Times measure(FinalGaps finalGaps, int kills) throws Exception {
        List<Double> running = new ArrayList<>();
        List<Double> firstAlert = new ArrayList<>();
        List<Double> plainRead = new ArrayList<>();
        Health health = new Health(port);
        Process process = start();
        try (KafkaConsumer<byte[], byte[]> alerts = cluster.consumer("bench-restart-alerts")) {
            Watch.await(finalGaps, cluster, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS, process::isAlive);
            Await.until("the alerts service is ready", health::ready);
            var ends = cluster.ends(List.of(Topics.CAPABILITY_ALERTS));
            alerts.assign(ends.keySet());
            ends.forEach(alerts::seek);
            for (int kill = 0; kill < kills; kill++) {
                plainRead.add(Changelogs.secondsToRead(cluster, APPLICATION));
                long start = System.nanoTime();
                process.destroyForcibly().waitFor();
                process = start();
                String capability = "bench.restart-" + kill;
                new Loader(cluster).toCanonical(List.of(opening(capability)));
                Await.until("the stream is RUNNING again", health::streaming);
                running.add((System.nanoTime() - start) / 1e9);
                Await.until("the alert is committed", () -> seen(alerts, capability));
                firstAlert.add((System.nanoTime() - start) / 1e9);
                Await.until("the alerts service is ready", health::ready);
            }
            return new Times(Median.of(running), Median.of(firstAlert), Median.of(plainRead));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean seen(KafkaConsumer<byte[], byte[]> alerts, String capability) {
        return StreamSupport.stream(alerts.poll(Duration.ofMillis(1)).spliterator(), false)
                .anyMatch(alert -> new String(alert.value(), StandardCharsets.UTF_8).contains('"' + capability + '"'));
    }

    /** An order due this month, for which nobody produces. */
    private static Published opening(String capability) {
        return new Published(EventType.ORDER_PLACED, "urn:bench:restart", capability, Instant.now(), capability,
                "{\"orderId\":\"" + capability + "\",\"capability\":\"" + capability + "\",\"schedule\":[{\"dueOn\":\""
                        + LocalDate.now(ZoneOffset.UTC) + "\",\"quantity\":10}]}");
    }

    private Process start() throws IOException {
        return Java.start(
                AlertsService.class,
                List.of("-Xmx4g", "-Dorg.springframework.boot.logging.LoggingSystem=none"),
                List.of(LiveServices.settings(cluster, bed.mongoUri(), bed.directory(), "--server.port=" + port,
                        "--gapwatch.group-instance-id=bench", "--gapwatch.stream.application-id=" + APPLICATION)),
                bed.directory().resolve("alerts-service.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
