package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.Document;

/** A writer to be made to fail where a server could. */
class FaultyWriter implements DocumentWriter {

    private final DocumentWriter real;

    FaultyWriter(DocumentWriter real) {
        this.real = real;
    }

    @Override
    public void write(MongoCollection<Document> collection, List<Document> documents) {
        real.write(collection, documents);
    }

    @Override
    public void create(MongoCollection<Document> collection, List<Document> documents) {
        write(collection, documents);
    }

    @Override
    public boolean advance(MongoCollection<Document> collection, List<Position.Move> moves) {
        return real.advance(collection, moves);
    }
}
