package org.gapwatch.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.embedded.EmbeddedMongo;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The broker and the database: embedded ones, or those that the settings name. */
final class Servers implements AutoCloseable {

    private final String bootstrapServers;
    private final String mongodbUri;
    private final @Nullable EmbeddedKafka kafka;
    private final @Nullable EmbeddedMongo mongo;

    private Servers(@Nullable EmbeddedKafka kafka, @Nullable EmbeddedMongo mongo, Settings settings) {
        this.kafka = kafka;
        this.mongo = mongo;
        this.bootstrapServers = kafka == null
                ? String.valueOf(settings.kafkaBootstrapServers())
                : kafka.bootstrapServers();
        this.mongodbUri = mongo == null ? String.valueOf(settings.mongodbUri()) : mongo.uri();
    }

    static Servers start(Settings settings, Path data) {
        var mongo = settings.mongodbUri() == null
                ? EmbeddedMongo.start(data.resolve("mongodb/gapwatch.mv"), settings.port(Port.MONGODB))
                : null;
        try {
            var kafka = settings.kafkaBootstrapServers() == null
                    ? EmbeddedKafka.start(data.resolve("kafka"), settings.port(Port.KAFKA))
                    : null;
            return new Servers(kafka, mongo, settings);
        } catch (RuntimeException e) {
            if (mongo != null) {
                mongo.close();
            }
            throw e;
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String mongodbUri() {
        return mongodbUri;
    }

    /** How the services find the servers, and how they treat one that is alone and theirs only. */
    List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.mongodb.uri=" + mongodbUri));
        if (kafka != null) {
            arguments.add("--gapwatch.topics.replication-factor=1");
            arguments.add("--gapwatch.topics.min-insync-replicas=1");
            // A member with a name of its own comes back without a rebalance; nobody else can bear the name here.
            arguments.add("--gapwatch.group-instance-id=local");
        }
        if (mongo != null) {
            arguments.add("--gapwatch.mongodb.single-writer=true");
        }
        return arguments;
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.close();
        }
        if (mongo != null) {
            mongo.close();
        }
    }
}
