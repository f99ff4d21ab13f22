package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.List;
import org.bson.Document;

/**
 * For the embedded server, which uses an index only where the filter is the {@code _id} alone. That a document has not
 * seen more than what is written was compared when the batch was read, which is enough where nobody else writes.
 */
final class SingleWriter implements DocumentWriter {

    @Override
    public void write(MongoCollection<Document> collection, List<Document> documents) {
        collection.bulkWrite(documents.stream().map(document -> new ReplaceOneModel<>(
                Filters.eq(Projected.ID, document.get(Projected.ID)), document, UPSERT)).toList(), UNORDERED);
    }

    @Override
    public boolean advance(MongoCollection<Document> collection, List<Position.Move> moves) {
        var replacements = moves.stream().map(move -> new ReplaceOneModel<>(
                Filters.eq(Projected.ID, Position.id(move.from().partition())), move.to().document())).toList();
        return collection.bulkWrite(replacements, UNORDERED).getMatchedCount() == moves.size();
    }
}
