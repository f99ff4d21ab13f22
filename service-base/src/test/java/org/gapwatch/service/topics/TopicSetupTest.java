package org.gapwatch.service.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.gapwatch.contract.Topics;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.service.UnusableSetupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSetupTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final TopicDefinitions DEFINITIONS = new TopicDefinitions(
            new TopicSettings(3, (short) 1, 1, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS));

    @Test
    void createsEveryTopicOnceAsDefined(@TempDir Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory); var admin = admin(kafka.bootstrapServers())) {
            setup(admin).start();
            setup(admin).start();
            for (NewTopic wanted : DEFINITIONS.all()) {
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, wanted.name());
                var config = Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource));
                assertThat(wanted.configs().keySet().stream()
                        .collect(Collectors.toMap(key -> key, key -> config.get(key).value()))).as(wanted.name())
                        .isEqualTo(wanted.configs());
                var described = Objects.requireNonNull(
                        admin.describeTopics(List.of(wanted.name())).allTopicNames().get().get(wanted.name()));
                assertThat(described.partitions()).hasSize(wanted.numPartitions());
            }
        }
    }

    @Test
    void leavesATopicThatExistsAsItIs(@TempDir Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory); var admin = admin(kafka.bootstrapServers())) {
            setup(admin).start();
            var intake = new ConfigResource(ConfigResource.Type.TOPIC, Topics.INTAKE_PRODUCTION);
            admin.incrementalAlterConfigs(Map.of(intake,
                    List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            // The broker tells of a change a moment after it took it.
            await().atMost(LIMIT).until(() -> retention(admin, intake).equals("1000"));
            setup(admin).start();
            await().during(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> retention(admin, intake).equals("1000"));
        }
    }

    private static String retention(Admin admin, ConfigResource topic) throws Exception {
        return Objects.requireNonNull(admin.describeConfigs(List.of(topic)).all().get().get(topic)).get("retention.ms")
                .value();
    }

    @ParameterizedTest
    @CsvSource({Topics.PROCUREMENT_ORDERS + ", 4, same number of partitions",
            Topics.CAPABILITY_GAPS + ", 2, same number of partitions",
            Topics.CAPABILITY_ALERTS + ", 3, must have one partition"})
    void refusesTopicsThatDoNotFitTogether(String topic, int partitions, String message, @TempDir Path directory)
            throws Exception {
        try (var kafka = EmbeddedKafka.start(directory); var admin = admin(kafka.bootstrapServers())) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
            assertThatThrownBy(() -> setup(admin).start())
                    .isInstanceOf(UnusableSetupException.class).hasMessageContaining(topic)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void waitsForABrokerThatIsNotThereYet(@TempDir Path directory) throws Exception {
        int port = freePort();
        try (var admin = admin("127.0.0.1:" + port)) {
            var start = Thread.ofVirtual().start(() -> setup(admin).start());
            assertThat(start.join(Duration.ofSeconds(3))).as("started without a broker").isFalse();
            try (var _ = EmbeddedKafka.start(directory, port)) {
                await().atMost(LIMIT).until(() -> !start.isAlive());
                assertThat(admin.listTopics().names().get()).contains(Topics.CAPABILITY_ALERTS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 2, gapwatch.topics.partitions", "6, 0, 1, gapwatch.topics.replication-factor",
            "6, 1, 2, gapwatch.topics.min-insync-replicas"})
    void refusesSettingsOutOfRangeByName(int partitions, short replicas, int minimum, String property) {
        assertThatThrownBy(() -> new TopicSettings(partitions, replicas, minimum, "a", "b"))
                .hasMessageContaining(property);
    }

    private static TopicSetup setup(Admin admin) {
        return new TopicSetup(admin, DEFINITIONS, (short) 1, LIMIT);
    }

    private static Admin admin(String servers) {
        return Admin.create(Map.of("bootstrap.servers", servers, "default.api.timeout.ms", 2000, "request.timeout.ms",
                2000));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
