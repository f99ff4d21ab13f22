package org.gapwatch.service.projection;

import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.bson.Document;

/**
 * A batch on its way to the server, on a thread of its own, while the next one is read and merged.
 *
 * <p>
 * What it writes is known before it can be read back, so the next batch takes it from here. That is as good as what is
 * stored: a document is a function of its records, and were this write lost, so would be the positions after it.
 */
final class PendingWrite {

    private final Map<String, Document> documents = new HashMap<>();
    private final List<Position.Move> moves;
    private final int records;
    private final FutureTask<Boolean> written;

    private PendingWrite(Batch.Outcome outcome, List<Position.Move> moves, int records,
            FutureTask<Boolean> written) {
        Stream.concat(outcome.created().stream(), outcome.changed().stream())
                .forEach(document -> documents.put(document.getString(Projected.ID), document));
        this.moves = moves;
        this.records = records;
        this.written = written;
    }

    static PendingWrite start(Batch.Outcome outcome, List<Position.Move> moves, int records, DocumentWriter writer,
            MongoCollection<Document> collection) {
        var task = new FutureTask<>(() -> {
            write(outcome.pieces(), some -> writer.write(collection, some));
            write(outcome.created(), some -> writer.create(collection, some));
            write(outcome.changed(), some -> writer.write(collection, some));
            return writer.advance(collection, moves);
        });
        Thread.ofVirtual().name("projection-write").start(task);
        return new PendingWrite(outcome, moves, records, task);
    }

    private static void write(List<Document> documents, Consumer<List<Document>> writing) {
        if (!documents.isEmpty()) {
            writing.accept(documents);
        }
    }

    /** The documents as they will be stored, by id; not to be changed. */
    Map<String, Document> documents() {
        return documents;
    }

    /** The moves of positions that follow the documents. */
    List<Position.Move> moves() {
        return moves;
    }

    /** How many records it applies. */
    int records() {
        return records;
    }

    /** Waits for it; false where a position was not the one expected, throws what the server answered where it failed. */
    boolean await() {
        try {
            return written.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
