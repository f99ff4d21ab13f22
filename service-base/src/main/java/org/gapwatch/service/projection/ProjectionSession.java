package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.gapwatch.service.topics.TopicIdentity;

/**
 * One consumer's work for a projection. A partition that comes is paused until its stored position is known, and put back
 * to it whenever something goes wrong: the consumer group only says who reads which partition.
 */
final class ProjectionSession implements ConsumerRebalanceListener {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Projection projection;
    private final Consumer<byte[], byte[]> consumer;
    private final MongoCollection<Document> collection;
    private final DocumentWriter writer;
    private final TopicIdentity identity;
    private final Map<TopicPartition, Position> positions = new HashMap<>();
    /** The latest positions, also of partitions that were given up since. */
    private final Map<TopicPartition, Position> held = new HashMap<>();
    private final Set<TopicPartition> unstarted = new HashSet<>();
    private boolean indexed;
    private boolean joined;
    private boolean caughtUp;
    private long lag;

    ProjectionSession(Projection projection, Consumer<byte[], byte[]> consumer, MongoCollection<Document> collection,
            DocumentWriter writer, TopicIdentity identity) {
        this.projection = projection;
        this.consumer = consumer;
        this.collection = collection;
        this.writer = writer;
        this.identity = identity;
        consumer.subscribe(List.of(projection.topic()), this);
    }

    /** Reads and applies what is there, or waits a little for it. Whatever it throws, {@link #rewind} makes good. */
    ProjectionStatus step() {
        startAssigned();
        apply(consumer.poll(POLL));
        measure();
        return new ProjectionStatus(caughtUp, lag, null);
    }

    /** Everything assigned begins again from what is stored. */
    void rewind() {
        unstarted.addAll(consumer.assignment());
        consumer.pause(consumer.assignment());
    }

    /** Stays a member of the group while nothing can be read. */
    void keepMembership() {
        // All is paused, so nothing can come of it but a rebalance.
        consumer.poll(Duration.ZERO);
    }

    /** Begins again where a dropped collection, another writer or a topic created anew made what we know untrue. */
    void compareWithStored() {
        var topicId = identity.current();
        if (!read(Set.of(), positions.values()).asExpected
                || !positions.values().stream().allMatch(position -> position.topicId().equals(topicId))) {
            rewind();
        }
    }

    private void startAssigned() {
        if (unstarted.isEmpty()) {
            return;
        }
        var topicId = identity.current();
        for (var partition : List.copyOf(unstarted)) {
            var position = Position.readOrBegin(collection, topicId, partition.partition());
            // Before the partition counts as started, so that whatever fails here is done again.
            createIndexes(position);
            caughtUp &= position.isAtOrAfter(held.get(partition));
            consumer.seek(partition, position.next());
            consumer.resume(Set.of(partition));
            hold(partition, position);
            unstarted.remove(partition);
        }
    }

    /** Once, and again where a partition begins: a dropped collection has lost its indexes too. */
    private void createIndexes(Position position) {
        if ((!indexed || position.next() == 0) && !projection.indexes().isEmpty()) {
            collection.createIndexes(projection.indexes());
        }
        indexed = true;
    }

    private void hold(TopicPartition partition, Position position) {
        positions.put(partition, position);
        held.put(partition, position);
    }

    private void apply(ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        var from = new ArrayList<Position>();
        records.partitions().forEach(partition -> from.add(positionOf(partition)));
        var batch = new Batch(records, projection);
        var stored = read(batch.ids(), from);
        if (!stored.asExpected) {
            // Documents that were dropped must not be taken for ones that never were.
            rewind();
            return;
        }
        var outcome = batch.applyTo(stored.documents, from.getFirst().topicId());
        write(outcome.pieces());
        write(outcome.documents());
        records.partitions().forEach(partition -> advance(partition, consumer.position(partition)));
    }

    private void write(List<Document> documents) {
        if (!documents.isEmpty()) {
            writer.write(collection, documents);
        }
    }

    private record Stored(Map<String, Document> documents, boolean asExpected) {
    }

    private Stored read(Set<String> ids, Collection<Position> expected) {
        var all = new ArrayList<>(ids);
        expected.forEach(position -> all.add(Position.id(position.partition())));
        var documents = new HashMap<String, Document>();
        collection.find(Filters.in(Projected.ID, all))
                .forEach(document -> documents.put(document.getString(Projected.ID), document));
        boolean asExpected = expected.stream()
                .allMatch(position -> position.document().equals(documents.get(Position.id(position.partition()))));
        return new Stored(documents, asExpected);
    }

    private void advance(TopicPartition partition, long next) {
        var position = positionOf(partition);
        if (writer.advance(collection, position, next)) {
            hold(partition, new Position(position.topicId(), position.partition(), next));
        } else {
            consumer.pause(Set.of(partition));
            unstarted.add(partition);
        }
    }

    private Position positionOf(TopicPartition partition) {
        var position = positions.get(partition);
        if (position == null) {
            throw new IllegalStateException("Records came of " + partition + ", whose position is not known.");
        }
        return position;
    }

    private void measure() {
        var lags = consumer.assignment().stream().map(consumer::currentLag).toList();
        if (lags.stream().allMatch(OptionalLong::isPresent)) {
            lag = lags.stream().mapToLong(OptionalLong::getAsLong).sum();
            caughtUp |= joined && unstarted.isEmpty() && lag == 0;
        }
    }

    /** How it stands while it cannot go on; the lag is asked of the broker. */
    ProjectionStatus failing(String reason) {
        var ends = consumer.endOffsets(consumer.assignment());
        lag = ends.entrySet().stream().mapToLong(end -> {
            var position = positions.get(end.getKey());
            return position == null ? 0 : end.getValue() - position.next();
        }).sum();
        return new ProjectionStatus(caughtUp, lag, reason);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        consumer.pause(partitions);
        unstarted.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
        unstarted.removeAll(partitions);
    }
}
