package org.gapwatch.bench.view;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.gapwatch.bench.harness.Measured;

/** All documents that were written, each as often as it was written; and how long writing just those takes. */
final class Written implements CommandListener {

    private static final String DATABASE = "gapwatch_bench_floor";

    private final Map<String, List<BsonDocument>> byCollection = new ConcurrentHashMap<>();
    private final Map<String, List<IndexModel>> indexes = new ConcurrentHashMap<>();
    private volatile boolean listening = true;

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!listening) {
            return;
        }
        String command = event.getCommandName();
        BsonDocument body = event.getCommand();
        if (command.equals("insert")) {
            body.getArray("documents").forEach(document -> add(body.getString(command), document.asDocument()));
        } else if (command.equals("update")) {
            for (var update : body.getArray("updates")) {
                BsonDocument document = update.asDocument().getDocument("u");
                // An update by operators only says up to where all was applied.
                if (!document.getFirstKey().startsWith("$")) {
                    add(body.getString(command), document);
                }
            }
        }
    }

    private void add(BsonString collection, BsonDocument document) {
        byCollection.computeIfAbsent(collection.getValue(), _ -> new ArrayList<>())
                .add(new RawBsonDocument(document, new BsonDocumentCodec()));
    }

    /** Notes which indexes a collection has. */
    void indexes(String collection, List<IndexModel> models) {
        indexes.put(collection, models);
    }

    /** No more is listened to. */
    void stop() {
        listening = false;
    }

    /** How many were written. */
    long documents() {
        return byCollection.values().stream().mapToLong(List::size).sum();
    }

    /**
     * Writes them into empty collections, each collection on a thread of its own, as projections do.
     *
     * @param indexed whether the collections have the indexes that those of the projections have
     */
    Measured bulkWrite(MongoServer server, boolean indexed) throws Exception {
        try (MongoClient client = MongoClients.create(server.uri(DATABASE));
                var threads = Executors.newCachedThreadPool()) {
            MongoDatabase database = client.getDatabase(DATABASE);
            database.drop();
            if (indexed) {
                byCollection.keySet().stream().filter(name -> !indexesOf(name).isEmpty())
                        .forEach(name -> database.getCollection(name).createIndexes(indexesOf(name)));
            }
            List<Callable<Integer>> writes = byCollection.entrySet().stream()
                    .map(each -> write(database, each.getKey(), each.getValue())).toList();
            Measured measured = Measured.of(() -> {
                for (Future<Integer> write : threads.invokeAll(writes)) {
                    write.get();
                }
                return documents();
            });
            database.drop();
            return measured;
        }
    }

    private List<IndexModel> indexesOf(String collection) {
        return indexes.getOrDefault(collection, List.of());
    }

    private static Callable<Integer> write(MongoDatabase database, String collection, List<BsonDocument> documents) {
        var replacements = documents.stream().map(document -> new ReplaceOneModel<>(
                Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true))).toList();
        return () -> database.getCollection(collection, BsonDocument.class)
                .bulkWrite(replacements, new BulkWriteOptions().ordered(false)).getModifiedCount();
    }
}
