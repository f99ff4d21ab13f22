package org.gapwatch.service.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.contract.Topics;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.service.UnusableSetupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setup of topics, on a cluster of one broker. */
class TooFewBrokersTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void waitsForBrokersThenTellsWhatToDo(@TempDir Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThatThrownBy(() -> setup(admin, 3).start()).isInstanceOf(UnusableSetupException.class)
                    .hasMessageContaining("3 replicas").hasMessageContaining("GAPWATCH_REPLICATION_FACTOR");
            setup(admin, 1).start();
            assertThat(admin.listTopics().names().get()).contains(Topics.CAPABILITY_ALERTS);
        }
    }

    private static TopicSetup setup(Admin admin, int replicas) {
        var settings = new TopicSettings(2, (short) replicas, 1, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS);
        return new TopicSetup(admin, new TopicDefinitions(settings), settings.replicationFactor(), LIMIT);
    }
}
