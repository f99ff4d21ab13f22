package org.gapwatch.alerts.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gapwatch.service.topics.TopicDefinitions;
import org.gapwatch.service.topics.TopicIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the feed's topics, as Kafka has it; it has one partition. */
final class FeedTopic {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTopic.class);

    private final Map<String, Object> settings;
    private final Admin admin;
    private final TopicIdentity identity;
    private final TopicPartition partition;

    FeedTopic(Map<String, Object> settings, Admin admin, String name) {
        this.settings = settings;
        this.admin = admin;
        this.identity = new TopicIdentity(admin, name);
        this.partition = new TopicPartition(name, 0);
    }

    /** Its id, asked of the broker now. */
    Uuid id() {
        return Uuid.fromString(identity.current());
    }

    /** For how long no record of it is compacted away. */
    Duration reach() {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
        try {
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            var lag = config == null ? null : config.get(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG);
            if (lag != null && lag.value() != null) {
                return Duration.ofMillis(Long.parseLong(lag.value()));
            }
        } catch (ExecutionException e) {
            LOG.info("The compaction lag of {} may not be read, and is taken to be as Gapwatch sets it",
                    partition.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        return TopicDefinitions.FEED_COMPACTION_LAG;
    }

    TopicPartition partition() {
        return partition;
    }

    /** A consumer that reads what is committed, for itself alone; it has no partition yet. */
    Consumer<byte[], byte[]> consumer() {
        var config = new HashMap<>(settings);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "feed");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A log that was cut short or made anew must not be read on as if nothing had happened.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer that reads from that offset on. */
    Consumer<byte[], byte[]> read(long offset) {
        var consumer = consumer();
        try {
            consumer.assign(List.of(partition));
            if (offset == 0) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
            return consumer;
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    /** Whether the consumer has read to the end. */
    boolean isRead(Consumer<byte[], byte[]> consumer) {
        var lag = consumer.currentLag(partition);
        return lag.isPresent() && lag.getAsLong() == 0;
    }
}
