package org.gapwatch.alerts.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * How the stream is run.
 *
 * @param applicationId names the consumer group, the changelog and the transactions; another one processes everything anew
 * @param stateDirectory where the process id is kept; one process at a time
 * @param threads how many tasks are worked on at once, 1 or more
 * @param standbyReplicas how many other instances keep a copy of each task's state, 0 or more
 * @param replicationFactor copies of each changelog partition, 1 or more
 * @param minInsyncReplicas copies that must have a row before it is acknowledged
 * @param groupInstanceId a name that stays the same through restarts, for an instance that always comes back; null where
 *            instances come and go
 */
public record StreamSettings(String applicationId, Path stateDirectory, int threads, int standbyReplicas,
        int replicationFactor, int minInsyncReplicas, @Nullable String groupInstanceId) {

    /** As large as the largest gap or alert record. */
    private static final int MAX_RECORD_BYTES = 8 << 20;
    /** A few rows of statements, or years of a series. */
    private static final int BATCH_BYTES = 128 << 10;
    /** How long readers of committed records wait at most for what an instance left open that does not come back. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    /** A single instance, with a single copy of its changelog. */
    public static StreamSettings single(String applicationId, Path stateDirectory, @Nullable String groupInstanceId) {
        return new StreamSettings(applicationId, stateDirectory, 1, 0, 1, 1, groupInstanceId);
    }

    /** Whether the instance leaves its group when it is stopped, so that others take over at once. */
    boolean leavesGroup() {
        return groupInstanceId == null;
    }

    /**
     * The configuration of Kafka Streams.
     *
     * @param client where the brokers are and how to log in there; overridden by what the stream relies on
     */
    public Map<String, Object> configuration(Map<String, Object> client) {
        var config = new HashMap<>(client);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        config.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), minInsyncReplicas);
        config.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAX_RECORD_BYTES);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A new event is looked at within so many milliseconds, and a tick is never later than that.
        config.put(StreamsConfig.POLL_MS_CONFIG, 10);
        // The model does not depend on the order of events, so there is nothing to wait for.
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                (int) TRANSACTION_TIMEOUT.toMillis());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_RECORD_BYTES);
        // Years of a series and rows of statements shrink to a fifth, which saves the broker more than it costs here.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // The next transaction is refused until the broker has ended the one before, which takes it some milliseconds.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                (int) SESSION_TIMEOUT.toMillis());
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) SESSION_TIMEOUT.toMillis() / 4);
        config.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        if (groupInstanceId != null) {
            config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), groupInstanceId);
        }
        return config;
    }
}
