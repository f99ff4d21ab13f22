package org.gapwatch.bench.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.gapwatch.alerts.stream.StreamSettings;

/** How Kafka's clients are configured: as those of the alerts stream, but for what Flink does in another way. */
final class Clients {

    private static final String ID = "peer";
    /** What Flink sets by itself, or does not use: it deals out partitions, and knows where to read on. */
    private static final List<String> FLINKS = List.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            CommonClientConfigs.CLIENT_ID_CONFIG, CommonClientConfigs.GROUP_ID_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);

    private Clients() {
    }

    static Properties consumer() {
        Properties consumer = properties(stream().getMainConsumerConfigs(ID, ID, 0));
        // A checkpoint holds the offsets; nobody asks the broker for them.
        consumer.setProperty("commit.offsets.on.checkpoint", "false");
        consumer.setProperty("partition.discovery.interval.ms", "-1");
        return consumer;
    }

    static Properties producer() {
        Properties producer = properties(stream().getProducerConfigs(ID));
        // A transaction is as long as the time between checkpoints, which may be seconds.
        producer.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(Duration.ofMinutes(1).toMillis()));
        return producer;
    }

    private static StreamsConfig stream() {
        return new StreamsConfig(StreamSettings.single(ID, Path.of(ID), null)
                .configuration(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "set-by-flink:9092")));
    }

    private static Properties properties(Map<String, Object> settings) {
        var properties = new Properties();
        settings.forEach((name, value) -> {
            if (value != null && !FLINKS.contains(name)) {
                properties.setProperty(name, value.toString());
            }
        });
        return properties;
    }
}
