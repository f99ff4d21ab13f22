package org.gapwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.RenameCollectionOptions;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.types.Binary;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        var file = directory.resolve("below/mongodb.mv");
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            client.getDatabase("gapwatch").getCollection("kept").insertOne(new Document("_id", "a").append("n", 1L));
        }
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            assertThat(client.getDatabase("gapwatch").getCollection("kept").find())
                    .containsExactly(new Document("_id", "a").append("n", 1L));
        }
    }

    @Test
    void keepsDocumentsOfAnyShapeAndFindsThemById() {
        var file = directory.resolve("mongodb.mv");
        var nested = new Document("_id", "b").append("text", "\u00e6\u00f8 \ud83d\ude80").append("n", 1)
                .append("long", 1L << 40)
                .append("double", 0.5).append("yes", true).append("none", null)
                .append("list", List.of(new Document("a", "1"), "2", 3)).append("bytes", new Binary(new byte[]{1, 2}));
        var ids = List.<Object>of("a", 7, new Document("x", "y"), "ab", "B");
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            var kept = client.getDatabase("gapwatch").getCollection("kept");
            ids.forEach(id -> kept.insertOne(new Document("_id", id)));
            kept.insertOne(new Document("_id", "b"));
            kept.replaceOne(new Document("_id", "b"), nested);
        }
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            var kept = client.getDatabase("gapwatch").getCollection("kept");
            assertThat(kept.find(new Document("_id", "b"))).containsExactly(nested);
            for (var id : ids) {
                assertThat(kept.find(new Document("_id", id))).containsExactly(new Document("_id", id));
            }
            assertThat(kept.find(new Document("_id", new Document("$in", List.of("a", "ab", "absent"))))).hasSize(2);
            assertThat(kept.countDocuments()).isEqualTo(ids.size() + 1);
        }
    }

    @Test
    void readersAlwaysFindOneOfTwoWhereACollectionTakesAnothersPlace() throws Exception {
        try (var mongo = EmbeddedMongo.start(directory.resolve("mongodb.mv"));
                var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase("gapwatch");
            var view = database.getCollection("view");
            view.insertOne(new Document("_id", "a"));
            var done = new AtomicBoolean();
            var reading = new FutureTask<>(() -> {
                int reads = 0;
                for (; !done.get(); reads++) {
                    assertThat(view.find().into(new ArrayList<>())).hasSize(1);
                }
                return reads;
            });
            Thread.ofVirtual().start(reading);
            for (int i = 0; i < 300; i++) {
                var rebuilt = database.getCollection("view.rebuilt");
                rebuilt.insertOne(new Document("_id", "a"));
                rebuilt.renameCollection(view.getNamespace(), new RenameCollectionOptions().dropTarget(true));
            }
            done.set(true);
            assertThat(reading.get()).isPositive();
        }
    }

    @Test
    void aCollectionThatTookAnothersPlaceIsThereAfterARestart() {
        var file = directory.resolve("mongodb.mv");
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase("gapwatch");
            database.getCollection("view").insertOne(new Document("_id", "a").append("n", 0));
            for (int i = 1; i < 4; i++) {
                var rebuilt = database.getCollection("view.rebuilt");
                rebuilt.insertOne(new Document("_id", "a").append("n", i));
                rebuilt.renameCollection(database.getCollection("view").getNamespace(),
                        new RenameCollectionOptions().dropTarget(true));
            }
        }
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            var view = client.getDatabase("gapwatch").getCollection("view");
            assertThat(view.find(new Document("_id", "a"))).containsExactly(new Document("_id", "a").append("n", 3));
            assertThat(view.countDocuments()).isEqualTo(1);
            assertThatThrownBy(() -> view.insertOne(new Document("_id", "a"))).hasMessageContaining("E11000");
        }
    }

    @Test
    void aFileOfAnEarlierVersionIsMadeAnew() {
        var file = directory.resolve("mongodb.mv");
        try (var earlier = MVStore.open(file.toString())) {
            earlier.openMap("databases.gapwatch.kept").put("a", "not BSON");
        }
        try (var mongo = EmbeddedMongo.start(file); var client = MongoClients.create(mongo.uri())) {
            assertThat(client.getDatabase("gapwatch").getCollection("kept").find()).isEmpty();
        }
    }

    @Test
    void servesFromMemory() {
        try (var mongo = EmbeddedMongo.inMemory(); var client = MongoClients.create(mongo.uri())) {
            assertThat(client.getDatabase("gapwatch").getCollection("none").countDocuments()).isZero();
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, LoopbackSockets.address(0).getAddress())) {
            assertThatThrownBy(() -> EmbeddedMongo.start(null, other.getLocalPort()))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("MongoDB")
                    .hasMessageContaining("port " + other.getLocalPort());
        }
    }

    @Test
    void aFileInUseIsNamed() {
        var file = directory.resolve("mongodb.mv");
        try (var first = EmbeddedMongo.start(file)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedMongo.start(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
