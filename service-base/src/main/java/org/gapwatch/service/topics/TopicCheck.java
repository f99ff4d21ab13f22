package org.gapwatch.service.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.gapwatch.service.UnusableSetupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the topics that exist with what is needed: what cannot be worked with is an error, what differs is logged. */
final class TopicCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    private final Admin admin;
    private final TopicDefinitions definitions;

    TopicCheck(Admin admin, TopicDefinitions definitions) {
        this.admin = admin;
        this.definitions = definitions;
    }

    /** Throws {@link UnusableSetupException} where the topics do not fit together. */
    void check() throws ExecutionException, InterruptedException {
        var names = definitions.all().stream().map(NewTopic::name).toList();
        // A topic just created may not be known yet to the broker asked: that error is retriable.
        var partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                .collect(Collectors.toMap(TopicDescription::name, topic -> topic.partitions().size()));
        checkPartitions(partitions);
        warnOfDifferences();
    }

    private void checkPartitions(Map<String, Integer> partitions) {
        var equal = new TreeMap<>(partitions);
        equal.keySet().retainAll(definitions.equallyPartitioned());
        if (equal.values().stream().distinct().count() > 1) {
            throw new UnusableSetupException("The topics " + equal + " must all have the same number of partitions. "
                    + "Partitions cannot be taken away: create the topics anew with equal numbers, and publish or copy "
                    + "their events into them.");
        }
        for (String name : definitions.singlePartition()) {
            if (partitions.getOrDefault(name, 0) != 1) {
                throw new UnusableSetupException("The topic " + name + " must have one partition, but has "
                        + partitions.get(name)
                        + ": its order is the order of the feed. Create it anew, or name another "
                        + "one by gapwatch.topics.capability-alerts.");
            }
        }
    }

    private void warnOfDifferences() throws ExecutionException, InterruptedException {
        for (NewTopic topic : definitions.all()) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            try {
                var config = admin.describeConfigs(List.of(resource)).values().get(resource);
                var differences = differences(topic, config == null ? null : config.get());
                if (!differences.isEmpty()) {
                    LOG.warn("Topic {} exists with other settings than Gapwatch creates it with, and is left so: {}",
                            topic.name(), String.join(", ", differences));
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof AuthorizationException)) {
                    throw e;
                }
                LOG.info("The settings of topic {} may not be read, and are taken to be right", topic.name());
            }
        }
    }

    private static List<String> differences(NewTopic topic, @Nullable Config config) {
        var differences = new ArrayList<String>();
        topic.configs().forEach((key, wanted) -> {
            var entry = config == null ? null : config.get(key);
            if (entry == null || !wanted.equals(entry.value())) {
                differences.add(key + " is " + (entry == null ? "unknown" : entry.value()) + ", not " + wanted);
            }
        });
        return differences;
    }
}
