package org.gapwatch.service.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/**
 * For a real server, where an instance that was thought dead may still write: a document is replaced by a later one only.
 */
final class GuardedWriter implements DocumentWriter {

    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    @Override
    public void write(MongoCollection<Document> collection, List<Document> documents) {
        var replacements = documents.stream().map(document -> new ReplaceOneModel<>(
                Filters.and(Filters.eq(Projected.ID, document.get(Projected.ID)),
                        Filters.lt("at.offset", Projected.appliedOffset(document))),
                document, UPSERT)).toList();
        try {
            collection.bulkWrite(replacements, UNORDERED);
        } catch (MongoBulkWriteException e) {
            // Not matched because a later one is there: the upsert tries to insert, and meets its _id.
            boolean allStale = e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!allStale || e.getWriteConcernError() != null) {
                throw e;
            }
        }
    }

    @Override
    public boolean advance(MongoCollection<Document> collection, Position expected, long next) {
        var asExpected = Filters.and(Filters.eq(Projected.ID, Position.id(expected.partition())),
                Filters.eq("topic", expected.topicId()), Filters.eq("next", expected.next()));
        return collection.updateOne(asExpected, Updates.set("next", next)).getMatchedCount() == 1;
    }
}
