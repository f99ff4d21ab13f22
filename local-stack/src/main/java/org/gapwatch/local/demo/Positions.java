package org.gapwatch.local.demo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a reader of topics has come: for each partition the offset of the next record it will take, 0 where it has not begun. */
final class Positions {

    private final Admin admin;
    private final MongoDatabase database;

    Positions(Admin admin, MongoDatabase database) {
        this.admin = admin;
        this.database = database;
    }

    /** Of a consumer group: what it has committed. */
    Map<TopicPartition, Long> ofGroup(String group, Collection<String> topics) throws InterruptedException {
        try {
            var positions = beginnings(topics);
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().forEach(
                    (partition, committed) -> positions.computeIfPresent(partition, (_, _) -> offset(committed)));
            return positions;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not tell how far " + group + " has come: " + e.getMessage(), e);
        }
    }

    /** Of a projection: what it has applied, as it lies in its collection. */
    Map<TopicPartition, Long> ofProjection(String collection, String topic) throws InterruptedException {
        try {
            var positions = beginnings(List.of(topic));
            for (var stored : database.getCollection(collection).find(Filters.in("_id",
                    positions.keySet().stream().map(partition -> "@" + partition.partition()).toList()))) {
                positions.put(new TopicPartition(topic, stored.getInteger("partition")),
                        stored.get("next", Number.class).longValue());
            }
            return positions;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not tell the partitions of " + topic + ": " + e.getMessage(), e);
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, Long> beginnings(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        var positions = new HashMap<TopicPartition, Long>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition -> positions.put(new TopicPartition(topic.name(), partition.partition()), 0L));
        }
        return positions;
    }
}
