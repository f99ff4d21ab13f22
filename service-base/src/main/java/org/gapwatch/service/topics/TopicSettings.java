package org.gapwatch.service.topics;

import org.gapwatch.contract.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created where they do not exist yet.
 *
 * @param partitions of the intake, canonical and gap topics, 1 to 1,000; cannot be changed later without processing anew
 * @param replicationFactor copies of each partition, 1 or more
 * @param minInsyncReplicas copies that must have a record before it is acknowledged, 1 to {@code replicationFactor}
 * @param capabilityGaps the topic of the gaps; another one where the stream was processed anew
 * @param capabilityAlerts the topic of the alerts; another one where the stream was processed anew
 */
@ConfigurationProperties("gapwatch.topics")
public record TopicSettings(@DefaultValue("6") int partitions, @DefaultValue("3") short replicationFactor,
        @DefaultValue("2") int minInsyncReplicas, @DefaultValue(Topics.CAPABILITY_GAPS) String capabilityGaps,
        @DefaultValue(Topics.CAPABILITY_ALERTS) String capabilityAlerts) {

    public TopicSettings {
        require(partitions >= 1 && partitions <= 1000, "partitions", "1 to 1000", partitions);
        require(replicationFactor >= 1, "replication-factor", "1 or more", replicationFactor);
        require(minInsyncReplicas >= 1 && minInsyncReplicas <= replicationFactor, "min-insync-replicas",
                "1 to gapwatch.topics.replication-factor (" + replicationFactor + ")", minInsyncReplicas);
    }

    private static void require(boolean holds, String property, String range, int value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "gapwatch.topics." + property + " must be " + range + ", but is " + value + ".");
        }
    }
}
