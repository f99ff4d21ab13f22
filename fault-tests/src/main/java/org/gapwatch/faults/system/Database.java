package org.gapwatch.faults.system;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.gapwatch.bench.harness.Java;
import org.jspecify.annotations.Nullable;

/** MongoDB: a real server, a replica set of one, where its program is given; else the embedded MongoDB-wire server. */
public final class Database extends Node {

    private static final String NAME = "gapwatch";

    private final @Nullable Path program;
    private final int port = Ports.free();
    private final Path data;

    Database(@Nullable Path program, Path directory) {
        super("mongodb", directory);
        this.program = program;
        data = directory.resolve("mongodb");
    }

    @Override
    Process launch(Path log) throws IOException {
        if (program == null) {
            return Java.start(EmbeddedDatabase.class, Broker.OPTIONS,
                    List.of(data.resolve("gapwatch.mv").toString(), String.valueOf(port)), log);
        }
        Files.createDirectories(data);
        Process process = new ProcessBuilder(program.toString(), "--dbpath", data.toString(), "--port",
                String.valueOf(port), "--bind_ip", "127.0.0.1", "--replSet", "rs0", "--wiredTigerCacheSizeGB", "0.25",
                "--logpath", log.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** Starts it for the first time, and waits until it takes writes. */
    void create() throws IOException, InterruptedException {
        start();
        try (MongoClient client = client()) {
            if (program != null) {
                Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
                Document set = new Document("_id", "rs0").append("members", List.of(member));
                client.getDatabase("admin").runCommand(new Document("replSetInitiate", set));
                Wait.until("MongoDB takes writes",
                        () -> client.getDatabase("admin").runCommand(new Document("hello", 1))
                                .getBoolean("isWritablePrimary"));
            }
            client.getDatabase(NAME).runCommand(new Document("ping", 1));
        }
    }

    /** A client that talks to this server whatever it says about its set. */
    public MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(30, TimeUnit.SECONDS)).build());
    }

    /** The database that the services use. */
    public String databaseName() {
        return NAME;
    }

    /** Takes all data away, as soon as it takes writes. */
    public void drop() throws InterruptedException {
        try (MongoClient client = client()) {
            Wait.until("all data of MongoDB are dropped", () -> {
                client.getDatabase(NAME).drop();
                return true;
            });
        }
    }

    /** Whether it is a server that several instances of a service may write to. */
    public boolean takesSeveralWriters() {
        return program != null;
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/" + NAME + (program == null ? "" : "?replicaSet=rs0");
    }
}
