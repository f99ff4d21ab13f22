package org.gapwatch.faults.system;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * One of several brokers that are controllers as well, as a process of its own: {@code ID MEMBERS DIRECTORY}, where each
 * member is {@code ID:PORT:CONTROLLERPORT}. Prints its address on a line once it serves.
 */
final class ClusterBroker {

    private record Member(String id, String port, String controllerPort) {
        static Member of(String text) {
            String[] parts = text.split(":", -1);
            return new Member(parts[0], parts[1], parts[2]);
        }
    }

    /** The same for all members, and nothing that anybody else has to know. */
    private static final String CLUSTER = "Z2Fwd2F0Y2gtZmF1bHRzMQ";

    private ClusterBroker() {
    }

    public static void main(String[] arguments) throws Exception {
        List<Member> members = Arrays.stream(arguments[1].split(",", -1)).map(Member::of).toList();
        Member self = members.stream().filter(member -> member.id().equals(arguments[0])).findFirst().orElseThrow();
        Path directory = Path.of(arguments[2]);
        format(self, directory);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(self, members, directory), false),
                Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            server.awaitShutdown();
        }, "kafka-stop"));
        server.startup();
        System.out.println("127.0.0.1:" + self.port());
        server.awaitShutdown();
    }

    private static Map<String, String> settings(Member self, List<Member> members, Path directory) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", self.id());
        settings.put("controller.quorum.voters", members.stream()
                .map(member -> member.id() + "@127.0.0.1:" + member.controllerPort()).collect(Collectors.joining(",")));
        settings.put("listeners",
                "CLIENTS://127.0.0.1:" + self.port() + ",CONTROLLER://127.0.0.1:" + self.controllerPort());
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controller.quorum.fetch.timeout.ms", "2000");
        settings.put("controller.quorum.election.timeout.ms", "1000");
        settings.put("replica.lag.time.max.ms", "4000");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        return settings;
    }

    private static void format(Member self, Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES).setNodeId(Integer.parseInt(self.id()))
                .setClusterId(CLUSTER).setDirectories(List.of(directory.toString()))
                .setControllerListenerName("CONTROLLER").setMetadataLogDirectory(directory.toString()).run();
    }
}
