package org.gapwatch.faults.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gapwatch.bench.harness.Java;
import org.gapwatch.embedded.EmbeddedKafka;

/** A Kafka broker: the embedded one where it is alone, else one of three. */
public final class Broker extends Node {

    static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final int id;
    private final int port;
    private final Path data;
    private final String cluster;

    private Broker(int id, int port, Path directory, String cluster) {
        super("broker-" + id, directory);
        this.id = id;
        this.port = port;
        this.cluster = cluster;
        data = directory.resolve("kafka-" + id);
    }

    /** The only one, with its data in a directory that may be anywhere. */
    static Broker alone(Path directory) {
        return new Broker(1, Ports.free(), directory, "");
    }

    /** Some that make a cluster. */
    static List<Broker> cluster(int size, Path directory) {
        StringBuilder members = new StringBuilder();
        int[] ports = new int[size];
        for (int i = 0; i < size; i++) {
            ports[i] = Ports.free();
            members.append(i == 0 ? "" : ",").append(i + 1).append(':').append(ports[i]).append(':')
                    .append(Ports.free());
        }
        return IntStream.range(0, size)
                .mapToObj(i -> new Broker(i + 1, ports[i], directory, members.toString())).toList();
    }

    @Override
    Process launch(Path log) throws IOException {
        return cluster.isEmpty()
                ? Java.start(EmbeddedKafka.class, OPTIONS, List.of(data.toString(), String.valueOf(port)), log)
                : Java.start(ClusterBroker.class, OPTIONS, List.of(String.valueOf(id), cluster, data.toString()), log);
    }

    /** Starts it, and waits until it serves. */
    public void startAndAwait() throws IOException {
        start();
        awaitLine("127\\.0\\.0\\.1:\\d+");
    }

    /** The number that it has in its cluster. */
    public int id() {
        return id;
    }

    /** Where its data are. */
    public Path data() {
        return data;
    }

    String address() {
        return "127.0.0.1:" + port;
    }
}
