package org.gapwatch.service.projection;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition is applied.
 *
 * @param topicId the id that Kafka gave the topic when it was created
 * @param partition the partition's number
 * @param version the {@link Projection#version()} that its documents are of
 * @param begun when the partition was begun from its first record, in milliseconds: the view's life that documents are of
 * @param next the offset after the last record applied
 */
record Position(String topicId, int partition, int version, long begun, long next) {

    private static final int FIRST_VERSION = 1;

    /**
     * A step on.
     *
     * @param from the position that must be stored for it to be made
     * @param next the offset it goes on to
     */
    record Move(Position from, long next) {

        Position to() {
            return new Position(from.topicId, from.partition, from.version, from.begun, next);
        }
    }

    static String id(int partition) {
        return "@" + partition;
    }

    /** Whether all that the other has applied is applied here; false where there is no other. */
    boolean isAtOrAfter(@Nullable Position other) {
        return other != null && topicId.equals(other.topicId) && next >= other.next;
    }

    Document document() {
        var document = new Document(Projected.ID, id(partition)).append("topic", topicId).append("partition", partition)
                .append(Projected.BEGUN, begun).append("next", next);
        // Releases that knew no versions wrote none.
        return version == FIRST_VERSION ? document : document.append(Projected.VERSION, version);
    }

    /**
     * What is stored; where nothing is, or it is of a topic that had the same name, or of documents of another form, the
     * partition begins anew.
     *
     * <p>
     * Documents of an earlier life are what a write left that met a dropped database: they say that they have seen records
     * whose pieces are gone, so they go as well.
     *
     * @param after when the latest life known began: a new one begins later, whatever the clock says
     */
    static Position readOrBegin(MongoCollection<Document> collection, String topicId, int partition, int version,
            long after) {
        var stored = collection.find(Filters.eq(Projected.ID, id(partition))).first();
        Position position;
        if (stored != null && topicId.equals(stored.getString("topic"))
                && stored.getInteger(Projected.VERSION, FIRST_VERSION) == version
                && stored.get(Projected.BEGUN) instanceof Number begun) {
            position = new Position(topicId, partition, version, begun.longValue(),
                    stored.get("next", Number.class).longValue());
        } else {
            position = new Position(topicId, partition, version,
                    Math.max(System.currentTimeMillis(), Math.max(after, begun(stored)) + 1), 0);
            if (!position.store(collection, stored)) {
                return readOrBegin(collection, topicId, partition, version, after);
            }
        }
        if (position.next == 0) {
            position.clear(collection);
        }
        return position;
    }

    private static long begun(@Nullable Document stored) {
        return stored != null && stored.get(Projected.BEGUN) instanceof Number begun ? begun.longValue() : 0;
    }

    /** When the latest life of a view began; 0 where there is none. */
    static long latestLife(MongoCollection<Document> collection) {
        long latest = 0;
        for (var position : collection
                .find(Filters.and(Filters.eq(Projected.AT, null), Filters.gt(Projected.BEGUN, 0)))) {
            latest = Math.max(latest, position.get(Projected.BEGUN, Number.class).longValue());
        }
        return latest;
    }

    /** Takes away what is of an earlier life. Whoever does it, and however often, nothing is lost. */
    private void clear(MongoCollection<Document> collection) {
        var earlier = Filters.or(Filters.lt("at.begun", begun), Filters.eq("at.begun", null));
        collection.deleteMany(Filters.and(Filters.ne(Projected.AT, null), Filters.or(
                Filters.ne("at.topic", topicId), Filters.and(Filters.eq("at.partition", partition), earlier))));
    }

    /** In place of what was read; false where another instance has begun the partition in between. */
    private boolean store(MongoCollection<Document> collection, @Nullable Document read) {
        if (read != null) {
            return collection.replaceOne(Filters.and(Filters.eq(Projected.ID, id(partition)),
                    Filters.eq("topic", read.get("topic")), Filters.eq("next", read.get("next"))), document())
                    .getMatchedCount() == 1;
        }
        try {
            collection.insertOne(document());
            return true;
        } catch (MongoWriteException e) {
            if (e.getCode() == DocumentWriter.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
