package org.gapwatch.service.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * For a real server, where an instance that was thought dead may still write: a document is replaced by a later one only.
 */
final class GuardedWriter implements DocumentWriter {

    @Override
    public void write(MongoCollection<Document> collection, List<Document> documents) {
        var replacements = documents.stream().map(document -> new ReplaceOneModel<>(
                Filters.and(Filters.eq(Projected.ID, document.get(Projected.ID)), isBefore(document)),
                document, UPSERT)).toList();
        try {
            collection.bulkWrite(replacements, UNORDERED);
        } catch (MongoBulkWriteException e) {
            // Not matched because a later one is there: the upsert tries to insert, and meets its _id.
            if (!DocumentWriter.isAllThere(e)) {
                throw e;
            }
        }
    }

    /** Matches what has seen less, or is of an earlier life of the view: the database compares documents field by field. */
    private static Bson isBefore(Document document) {
        return Filters.lt(Projected.AT, new Document(Projected.BEGUN, Projected.begun(document))
                .append(Projected.OFFSET, Projected.appliedOffset(document)));
    }

    @Override
    public boolean advance(MongoCollection<Document> collection, List<Position.Move> moves) {
        var updates = moves.stream().map(move -> new UpdateOneModel<Document>(
                Filters.and(Filters.eq(Projected.ID, Position.id(move.from().partition())),
                        Filters.eq("topic", move.from().topicId()),
                        Filters.eq(Projected.BEGUN, move.from().begun()), Filters.eq("next", move.from().next())),
                Updates.set("next", move.next()))).toList();
        return collection.bulkWrite(updates, UNORDERED).getMatchedCount() == moves.size();
    }
}
