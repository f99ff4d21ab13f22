package org.gapwatch.service.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.Document;

/** Writes documents and positions of a projection. Two ways, for two kinds of servers; both in the same contract test. */
interface DocumentWriter {

    BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    int DUPLICATE_KEY = 11000;

    /** Writes the documents, whole. Where a later one is already there, a guarded writer leaves that. */
    void write(MongoCollection<Document> collection, List<Document> documents);

    /**
     * Writes documents of which there were none, which costs less. Where one has come in between, it is written like any
     * other.
     */
    default void create(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.bulkWrite(documents.stream().map(InsertOneModel::new).toList(), UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!isAllThere(e)) {
                throw e;
            }
            write(collection, e.getWriteErrors().stream().map(error -> documents.get(error.getIndex())).toList());
        }
    }

    /** Whether nothing failed but that there was another of the same {@code _id}. */
    static boolean isAllThere(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    /** Moves positions on; false where one that is stored is not the one expected, and stays. */
    boolean advance(MongoCollection<Document> collection, List<Position.Move> moves);
}
