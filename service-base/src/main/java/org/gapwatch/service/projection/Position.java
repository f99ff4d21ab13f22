package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition is applied.
 *
 * @param topicId the id that Kafka gave the topic when it was created
 * @param partition the partition's number
 * @param next the offset after the last record applied
 */
record Position(String topicId, int partition, long next) {

    /**
     * A step on.
     *
     * @param from the position that must be stored for it to be made
     * @param next the offset it goes on to
     */
    record Move(Position from, long next) {

        Position to() {
            return new Position(from.topicId, from.partition, next);
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
        return new Document(Projected.ID, id(partition)).append("topic", topicId).append("partition", partition)
                .append("next", next);
    }

    /**
     * What is stored; where nothing is, or it is of a topic that had the same name, the partition begins anew.
     *
     * <p>
     * Documents without a position are what a write left that met a dropped database: they say that they have seen
     * records whose pieces are gone, so they go as well.
     */
    static Position readOrBegin(MongoCollection<Document> collection, String topicId, int partition) {
        var stored = collection.find(Filters.eq(Projected.ID, id(partition))).first();
        if (stored != null && topicId.equals(stored.getString("topic"))) {
            return new Position(topicId, partition, stored.get("next", Number.class).longValue());
        }
        var unusable = stored == null
                ? Filters.or(Filters.ne("at.topic", topicId), Filters.eq("at.partition", partition))
                : Filters.ne("at.topic", topicId);
        collection.deleteMany(Filters.and(Filters.ne(Projected.AT, null), unusable));
        var beginning = new Position(topicId, partition, 0);
        collection.replaceOne(Filters.eq(Projected.ID, id(partition)), beginning.document(),
                new ReplaceOptions().upsert(true));
        return beginning;
    }
}
