package org.gapwatch.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this JVM, on loopback, with its data in a directory.
 *
 * <p>
 * Topics are never created by themselves. Closing it flushes and closes all logs; after a kill it recovers them.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final int port;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;
    private final LoopbackSockets sockets;
    private final DirectoryLock lock;

    private EmbeddedKafka(Path directory, int port, LoopbackSockets sockets, DirectoryLock lock) throws Exception {
        this.sockets = sockets;
        this.lock = lock;
        this.port = sockets.bind(BrokerSettings.CLIENTS, port);
        var controllerPort = sockets.bind(BrokerSettings.CONTROLLER, 0);
        var config = new KafkaConfig(BrokerSettings.of(directory, this.port, controllerPort), false);
        format(directory);
        var logDirs = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(EmbeddedKafka.class), "");
        this.shared = new SharedServer(config, logDirs._1(), Time.SYSTEM, new Metrics(),
                CompletableFuture.completedFuture(
                        Map.of(BrokerSettings.NODE_ID, LoopbackSockets.address(controllerPort))),
                List.of(), new StandardFaultHandlerFactory(), sockets);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(),
                logDirs._2());
        this.broker = new BrokerServer(shared);
    }

    /** Starts a broker on any free port; returns once it serves clients. */
    public static EmbeddedKafka start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts a broker; returns once it serves clients.
     *
     * @param directory where its data are, made where it is missing
     * @param port on 127.0.0.1; 0 for any free one
     * @throws PortInUseException where something else listens there
     * @throws DirectoryInUseException where another broker has its data there
     * @throws IllegalStateException where the broker cannot start, with the reason
     */
    public static EmbeddedKafka start(Path directory, int port) {
        // Kafka takes its own lock after it wrote to the metadata log: too late.
        var lock = DirectoryLock.acquire(directory);
        var sockets = new LoopbackSockets();
        try {
            var kafka = new EmbeddedKafka(directory.toAbsolutePath(), port, sockets, lock);
            kafka.start();
            return kafka;
        } catch (Exception e) {
            sockets.close();
            lock.close();
            if (e instanceof PortInUseException inUse) {
                throw inUse;
            }
            throw new IllegalStateException(
                    "The embedded Kafka broker cannot start with its data in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    private void start() {
        try {
            controller.startup();
            broker.startup();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
        sockets.close();
        lock.close();
    }

    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory.toString()))
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(directory.toString())
                .run();
    }

    /**
     * A broker as a process of its own, for benchmarks and fault tests: {@code DIRECTORY [PORT]}. Prints its address on a line once it serves,
     * and runs until it is stopped.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: EmbeddedKafka DIRECTORY [PORT]");
            System.exit(2);
        }
        var kafka = start(Path.of(arguments[0]), arguments.length == 2 ? Integer.parseInt(arguments[1]) : 0);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.close();
            stopped.countDown();
        }, "kafka-stop"));
        System.out.println(kafka.bootstrapServers());
        stopped.await();
    }
}
