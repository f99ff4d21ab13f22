package org.gapwatch.service.projection;

import com.mongodb.client.model.Filters;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The form of what lies in a projection's collection.
 *
 * <pre>
 *   {_id: "some-id", at: {topic: "topic id", partition: 0, offset: 41}, ...}            a document and the last record it applied
 *   {_id: "some-id", at: {...}, removed: true}                                          one that was removed
 *   {_id: "@0", topic: "topic id", partition: 0, next: 42}                              how far a partition is applied
 * </pre>
 *
 * What was removed stays as a mark, or a record that comes again would bring it back. Positions lie in the same
 * collection, so that whatever is dropped is noticed and rebuilt.
 */
public final class Projected {

    /** Matches the documents that exist, for queries that name no field of theirs. */
    public static final Bson LIVE = Filters.and(Filters.ne("at", null), Filters.ne("removed", true));

    static final String ID = "_id";
    static final String AT = "at";
    static final String OFFSET = "offset";
    static final String REMOVED = "removed";

    private Projected() {
    }

    /** The document itself, or null where it was removed or never was. */
    public static @Nullable Document live(@Nullable Document document) {
        return document == null || Boolean.TRUE.equals(document.get(REMOVED)) ? null : document;
    }

    static Document stamped(String id, @Nullable Document document, String topicId, int partition, long offset) {
        var stamped = document == null ? new Document(REMOVED, true) : document;
        stamped.put(ID, id);
        stamped.put(AT, new Document("topic", topicId).append("partition", partition).append(OFFSET, offset));
        return stamped;
    }

    /** The offset of the last record that a document has applied, -1 where there is no document. */
    static long appliedOffset(@Nullable Document document) {
        if (document == null) {
            return -1;
        }
        return document.get(AT) instanceof BsonDocument read
                ? read.getNumber(OFFSET).longValue()
                : document.get(AT, Document.class).get(OFFSET, Number.class).longValue();
    }
}
