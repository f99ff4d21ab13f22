package org.gapwatch.service.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_DECOMPRESSED_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.gapwatch.contract.Topics;

/**
 * How each topic is configured. Record timestamps are always the broker's, never a publisher's: a date far ahead in a
 * record must not reach the stream's own writes or the retention.
 */
public final class TopicDefinitions {

    /** How long intake records are kept. */
    public static final Duration INTAKE_RETENTION = Duration.ofDays(7);
    /** How long rejections are kept. */
    public static final Duration REJECTIONS_RETENTION = Duration.ofDays(30);
    /** How many bytes of rejections are kept, so that a publisher gone wild cannot fill the disk. */
    public static final long REJECTIONS_BYTES = 1L << 30;
    /** For how long no record of the feed is compacted away: as far back it can be resumed exactly. */
    public static final Duration FEED_COMPACTION_LAG = Duration.ofDays(30);
    /** The largest record of a gap or of the feed: one that tells decades of daily changes is larger than Kafka's default. */
    public static final int OUTPUT_MAX_BYTES = 8 << 20;

    /**
     * The largest record that the broker takes out of a compressed batch, where strangers might write: twice the largest
     * event. Kafka's other limits count compressed bytes, of which a thousand times as many can come.
     */
    public static final int UNFOLDED_MAX_BYTES = 128 << 10;

    private static final String FOR_EVER = "-1";

    private final TopicSettings settings;

    /** The definitions with the given numbers of partitions and replicas. */
    public TopicDefinitions(TopicSettings settings) {
        this.settings = settings;
    }

    /** Every topic that the services use, as it is created where it does not exist. */
    public List<NewTopic> all() {
        var intake = Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE, RETENTION_MS_CONFIG,
                millis(INTAKE_RETENTION), MAX_DECOMPRESSED_MESSAGE_BYTES_CONFIG, Integer.toString(UNFOLDED_MAX_BYTES));
        var canonical = Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE, RETENTION_MS_CONFIG, FOR_EVER,
                RETENTION_BYTES_CONFIG, FOR_EVER, MAX_DECOMPRESSED_MESSAGE_BYTES_CONFIG,
                Integer.toString(UNFOLDED_MAX_BYTES));
        var rejected = Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE, RETENTION_MS_CONFIG,
                millis(REJECTIONS_RETENTION), RETENTION_BYTES_CONFIG, Long.toString(REJECTIONS_BYTES));
        var gaps = Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT, MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(OUTPUT_MAX_BYTES));
        var feed = Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT, MIN_COMPACTION_LAG_MS_CONFIG,
                millis(FEED_COMPACTION_LAG), MAX_MESSAGE_BYTES_CONFIG, Integer.toString(OUTPUT_MAX_BYTES));
        int partitions = settings.partitions();
        return List.of(topic(Topics.INTAKE_PRODUCTION, partitions, intake),
                topic(Topics.INTAKE_PROCUREMENT, partitions, intake),
                topic(Topics.PRODUCTION_LINES, partitions, canonical),
                topic(Topics.REFERENCE_OUTPUT, partitions, canonical),
                topic(Topics.PROCUREMENT_ORDERS, partitions, canonical), topic(Topics.REJECTED_EVENTS, 1, rejected),
                topic(settings.capabilityGaps(), partitions, gaps), topic(settings.capabilityAlerts(), 1, feed),
                topic(Topics.OPERATOR_ACTIONS, 1, feed));
    }

    /** The topics that one stream task reads and writes together, so that they must have equally many partitions. */
    Set<String> equallyPartitioned() {
        return Set.of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT, Topics.PROCUREMENT_ORDERS,
                settings.capabilityGaps());
    }

    /** The topics whose order of records is an order over all keys. */
    Set<String> singlePartition() {
        return Set.of(settings.capabilityAlerts(), Topics.OPERATOR_ACTIONS);
    }

    private NewTopic topic(String name, int partitions, Map<String, String> kept) {
        var config = new TreeMap<>(kept);
        config.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        config.put(MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInsyncReplicas()));
        return new NewTopic(name, partitions, settings.replicationFactor()).configs(config);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
