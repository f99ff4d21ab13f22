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
 *   {_id: "some-id", at: {begun: 7, offset: 41, topic: "topic id", partition: 0}, ...}  a document and the last record it applied
 *   {_id: "some-id", at: {...}, removed: true}                                          one that was removed
 *   {_id: "@0", topic: "topic id", partition: 0, begun: 7, next: 42}                    how far a partition is applied
 * </pre>
 *
 * A position has a {@code version} where that of the projection is not 1.
 *
 * <p>
 * {@code begun} tells one life of a view from the one before: when the partition was begun, in milliseconds. A document of
 * an earlier life counts as none, for what it knows of may be gone; it never takes the place of a later one.
 *
 * <p>
 *
 * What was removed stays as a mark, or a record that comes again would bring it back. Positions lie in the same
 * collection, so that whatever is dropped is noticed and rebuilt.
 */
public final class Projected {

    /** Matches the documents that exist, for queries that name no field of theirs. */
    public static final Bson LIVE = Filters.and(Filters.ne("at", null), Filters.ne("removed", true));

    static final String ID = "_id";
    static final String AT = "at";
    static final String BEGUN = "begun";
    static final String OFFSET = "offset";
    static final String VERSION = "version";
    static final String REMOVED = "removed";

    private Projected() {
    }

    /** The document itself, or null where it was removed or never was. */
    public static @Nullable Document live(@Nullable Document document) {
        return document == null || Boolean.TRUE.equals(document.get(REMOVED)) ? null : document;
    }

    /** Marks a document with the last record it applied. */
    static Document stamped(String id, @Nullable Document document, Position life, long offset) {
        var stamped = document == null ? new Document(REMOVED, true) : document;
        stamped.put(ID, id);
        // What tells later from earlier comes first, so that the whole can be compared (GuardedWriter).
        stamped.put(AT, new Document(BEGUN, life.begun()).append(OFFSET, offset).append("topic", life.topicId())
                .append("partition", life.partition()));
        return stamped;
    }

    /** Whether there is a document, and it is of the life that a position is of. */
    static boolean isOf(Position life, @Nullable Document document) {
        return document != null && number(document, BEGUN) == life.begun();
    }

    /** The offset of the last record that a document has applied. */
    static long appliedOffset(Document document) {
        return number(document, OFFSET);
    }

    /** When the life began that a document is of. */
    static long begun(Document document) {
        return number(document, BEGUN);
    }

    private static long number(Document document, String field) {
        return document.get(AT) instanceof BsonDocument read
                ? read.getNumber(field).longValue()
                : document.get(AT, Document.class).get(field, Number.class).longValue();
    }
}
