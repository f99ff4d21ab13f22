package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.Document;

/** Writes documents and positions of a projection. Two ways, for two kinds of servers; both in the same contract test. */
interface DocumentWriter {

    /** Writes the documents, whole. Where a later one is already there, a guarded writer leaves that. */
    void write(MongoCollection<Document> collection, List<Document> documents);

    /** Moves a position on; false where what is stored is not the position expected, and nothing was changed. */
    boolean advance(MongoCollection<Document> collection, Position expected, long next);
}
