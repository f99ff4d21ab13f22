package org.gapwatch.service.projection;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.CollectionCodecProvider;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.gapwatch.service.topics.TopicIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's work for a projection: while one batch is written, the next is read. A partition that comes is paused until its stored position is known, and put back
 * to it whenever something goes wrong: the consumer group only says who reads which partition.
 */
final class ProjectionSession implements ConsumerRebalanceListener, AutoCloseable {

    /** Reads what lies inside of a document as bytes, for most of it is only written again. */
    private static final CodecRegistry SHALLOW = shallow(
            new BsonTypeClassMap(Map.of(BsonType.DOCUMENT, RawBsonDocument.class)));
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionSession.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** Batches that have all there is begin at most this often, so that a steady trickle makes few larger ones. */
    private static final long BEAT_NANOS = Duration.ofMillis(50).toNanos();

    private final Projection projection;
    private final Consumer<byte[], byte[]> consumer;
    private final MongoCollection<Document> collection;
    private final DocumentWriter writer;
    private final TopicIdentity identity;
    private final long earlierLife;
    /** Up to where records were taken, of partitions assigned and started. */
    private final Map<TopicPartition, Position> positions = new HashMap<>();
    /** The latest positions stored, also of partitions that were given up since. */
    private final Map<TopicPartition, Position> held = new HashMap<>();
    private final Set<TopicPartition> unstarted = new HashSet<>();
    private @Nullable PendingWrite pending;
    private long begunAt = System.nanoTime() - BEAT_NANOS;
    /** How many the topic has. */
    private int partitions;
    private boolean indexed;
    private boolean joined;
    private boolean caughtUp;
    private long lag;

    private ProjectionSession(Projection projection, Consumer<byte[], byte[]> consumer,
            MongoCollection<Document> collection, DocumentWriter writer, TopicIdentity identity, long earlierLife) {
        this.projection = projection;
        this.consumer = consumer;
        this.collection = collection.withCodecRegistry(SHALLOW);
        this.writer = writer;
        this.identity = identity;
        this.earlierLife = earlierLife;
    }

    /** One that reads the partitions that its consumer's group gives it. */
    static ProjectionSession ofGroup(Projection projection, Consumer<byte[], byte[]> consumer,
            MongoCollection<Document> collection, DocumentWriter writer, TopicIdentity identity) {
        var session = new ProjectionSession(projection, consumer, collection, writer, identity, 0);
        consumer.subscribe(List.of(projection.topic()), session);
        return session;
    }

    /**
     * One that reads all partitions, whoever else reads them, into a collection that has another one's place later.
     *
     * @param earlierLife when that one's life began
     */
    static ProjectionSession ofAll(Projection projection, Consumer<byte[], byte[]> consumer,
            MongoCollection<Document> collection, DocumentWriter writer, TopicIdentity identity, long earlierLife) {
        var session = new ProjectionSession(projection, consumer, collection, writer, identity, earlierLife);
        var partitions = consumer.partitionsFor(projection.topic()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        consumer.assign(partitions);
        session.onPartitionsAssigned(partitions);
        return session;
    }

    private static CodecRegistry shallow(BsonTypeClassMap types) {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromProviders(new DocumentCodecProvider(types), new CollectionCodecProvider(types)),
                MongoClientSettings.getDefaultCodecRegistry());
    }

    /** Reads and applies what is there, or waits a little for it. Whatever it throws, {@link #rewind} makes good. */
    ProjectionStatus step() {
        startAssigned();
        keepTheBeat();
        var records = consumer.poll(pending == null ? POLL : Duration.ZERO);
        if (records.isEmpty()) {
            settle();
        } else {
            apply(records);
        }
        measure();
        return new ProjectionStatus(caughtUp, lag, null);
    }

    private void keepTheBeat() {
        long early = begunAt + BEAT_NANOS - System.nanoTime();
        if (lag == 0 && early > 0) {
            LockSupport.parkNanos(early);
        }
    }

    /** Everything assigned begins again from what is stored. */
    void rewind() {
        giveUpPending();
        positions.replaceAll((partition, _) -> Objects.requireNonNull(held.get(partition)));
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
        settle();
        var topicId = identity.current();
        if (read(Set.of(), positions.values()).isEmpty()
                || !positions.values().stream().allMatch(position -> position.topicId().equals(topicId))) {
            rewind();
        }
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        giveUpPending();
    }

    private void startAssigned() {
        if (unstarted.isEmpty()) {
            return;
        }
        var topicId = identity.current();
        partitions = consumer.partitionsFor(projection.topic()).size();
        for (var partition : List.copyOf(unstarted)) {
            var position = Position.readOrBegin(collection, topicId, partition.partition(), projection.version(),
                    latestLife(partition));
            // Before the partition counts as started, so that whatever fails here is done again.
            createIndexes(position);
            caughtUp &= position.isAtOrAfter(held.get(partition));
            consumer.seek(partition, position.next());
            consumer.resume(Set.of(partition));
            hold(partition, position);
            unstarted.remove(partition);
        }
    }

    private long latestLife(TopicPartition partition) {
        var position = held.get(partition);
        return position == null ? earlierLife : position.begun();
    }

    /** Waits for what is being written, and tells whether all that another one has stored is stored here. */
    boolean knowsAsMuchAs(ProjectionSession other) {
        giveUpPending();
        other.giveUpPending();
        return other.positions.keySet().stream().allMatch(partition -> {
            var own = held.get(partition);
            return own != null && own.isAtOrAfter(other.held.get(partition));
        });
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
        begunAt = System.nanoTime();
        var moves = records.partitions().stream()
                .map(partition -> new Position.Move(positionOf(partition), consumer.position(partition))).toList();
        var batch = new Batch(records, projection, partitions);
        var known = pending == null ? Map.<String, Document>of() : pending.documents();
        var unknown = new HashSet<>(batch.ids());
        unknown.removeAll(known.keySet());
        var stored = read(unknown, moves.stream().map(Position.Move::from).toList());
        if (stored.isEmpty()) {
            // Documents that were dropped must not be taken for ones that never were.
            rewind();
            return;
        }
        var lives = moves.stream().map(Position.Move::from).collect(Collectors.toMap(Position::partition,
                Function.identity()));
        var outcome = batch.applyTo(stored.get(), known, lives);
        if (settle()) {
            pending = PendingWrite.start(outcome, moves, records.count(), writer, collection);
            moves.forEach(move -> positions.put(partition(move), move.to()));
        }
    }

    /** Waits for the batch before; false where it was not stored as expected, and everything begins again. */
    private boolean settle() {
        var write = pending;
        pending = null;
        if (write == null) {
            return true;
        }
        if (!write.await()) {
            rewind();
            return false;
        }
        write.moves().forEach(move -> held.put(partition(move), move.to()));
        return true;
    }

    /** Waits for it too, but what became of it is found out when it is read again. */
    private void giveUpPending() {
        try {
            if (pending != null && pending.await()) {
                pending.moves().forEach(move -> held.put(partition(move), move.to()));
            }
        } catch (RuntimeException e) {
            LOG.debug("A batch of {} is written again", projection.name(), e);
        }
        pending = null;
    }

    private TopicPartition partition(Position.Move move) {
        return new TopicPartition(projection.topic(), move.from().partition());
    }

    /** The documents stored, by id; empty where the positions are not as expected, or as the pending write found them. */
    private Optional<Map<String, Document>> read(Set<String> ids, Collection<Position> expected) {
        var all = new ArrayList<>(ids);
        expected.forEach(position -> all.add(Position.id(position.partition())));
        var documents = new HashMap<String, Document>();
        collection.find(Filters.in(Projected.ID, all)).batchSize(all.size())
                .forEach(document -> documents.put(document.getString(Projected.ID), document));
        boolean asExpected = expected.stream()
                .allMatch(position -> isStored(position, documents.get(Position.id(position.partition()))));
        return asExpected ? Optional.of(documents) : Optional.empty();
    }

    private boolean isStored(Position expected, @Nullable Document stored) {
        if (expected.document().equals(stored)) {
            return true;
        }
        return pending != null && pending.moves().stream()
                .anyMatch(move -> move.to().equals(expected) && move.from().document().equals(stored));
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
            lag = lags.stream().mapToLong(OptionalLong::getAsLong).sum() + (pending == null ? 0 : pending.records());
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
        // Who gets them reads what is stored.
        giveUpPending();
        partitions.forEach(positions::remove);
        unstarted.removeAll(partitions);
    }
}
