package org.gapwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.bson.Document;
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
