package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.RenameCollectionOptions;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.bson.Document;
import org.gapwatch.service.projection.RebuildStatus.State;
import org.gapwatch.service.topics.TopicIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a view anew from its topic's beginning, in a collection of its own that then takes the place of the one that is
 * read. Whatever fails ends it, and changes nothing for readers.
 */
final class Rebuild implements Runnable {

    /** What the new collection's name has more, until it takes the old one's place. */
    static final String SUFFIX = ".rebuilt";

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** Puts the new view in its place at a moment when it knows as much as the old one; false where that does not come. */
    interface Replacement {
        boolean replace(ProjectionSession rebuilt, Runnable putInPlace);
    }

    private final Projection projection;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final MongoDatabase database;
    private final DocumentWriter writer;
    private final TopicIdentity identity;
    private final BooleanSupplier open;
    private final Replacement replacement;
    private volatile RebuildStatus status = new RebuildStatus(State.RUNNING, 0, null);

    Rebuild(Projection projection, Supplier<Consumer<byte[], byte[]>> consumers, MongoDatabase database,
            DocumentWriter writer, TopicIdentity identity, BooleanSupplier open, Replacement replacement) {
        this.projection = projection;
        this.consumers = consumers;
        this.database = database;
        this.writer = writer;
        this.identity = identity;
        this.open = open;
        this.replacement = replacement;
    }

    RebuildStatus status() {
        return status;
    }

    @Override
    public void run() {
        try (var consumer = consumers.get()) {
            LOG.info("View {} is being rebuilt", projection.name());
            build(consumer, database.getCollection(projection.name()),
                    database.getCollection(projection.name() + SUFFIX));
        } catch (RuntimeException | Error e) {
            LOG.warn("View {} could not be rebuilt", projection.name(), e);
            status = new RebuildStatus(State.FAILED, status.lag(), String.valueOf(e.getMessage()));
        }
    }

    private void build(Consumer<byte[], byte[]> consumer, MongoCollection<Document> inUse,
            MongoCollection<Document> rebuilt) {
        // What one that was cut short has left.
        rebuilt.deleteMany(new Document());
        try (var session = ProjectionSession.ofAll(projection, consumer, rebuilt, writer, identity,
                Position.latestLife(inUse))) {
            while (open.getAsBoolean()) {
                var step = session.step();
                status = new RebuildStatus(State.RUNNING, step.lag(), null);
                if (step.caughtUp() && replacement.replace(session, () -> rebuilt
                        .renameCollection(inUse.getNamespace(), new RenameCollectionOptions().dropTarget(true)))) {
                    status = new RebuildStatus(State.DONE, 0, null);
                    LOG.info("View {} is rebuilt, and in use", projection.name());
                    return;
                }
            }
            throw new IllegalStateException("The service was stopped before the view was rebuilt.");
        }
    }
}
