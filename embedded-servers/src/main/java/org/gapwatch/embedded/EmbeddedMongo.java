package org.gapwatch.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of the MongoDB wire protocol in this JVM, on loopback, with its data in one H2 file or in memory.
 *
 * <p>
 * A kill -9 may lose the last 50 ms of writes. What it can do is a part of what MongoDB does: no sessions, no transactions, and no indexes but
 * unique ones.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final int CACHE_MEGABYTES = 32;
    private static final int WRITE_DELAY_MILLIS = 50;

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a server on any free port, with its data in memory. */
    public static EmbeddedMongo inMemory() {
        return start(null, 0);
    }

    /** Starts a server on any free port. */
    public static EmbeddedMongo start(Path file) {
        return start(file, 0);
    }

    /**
     * Starts a server.
     *
     * @param file where its data are, made where it is missing
     * @param port on 127.0.0.1; 0 for any free one
     * @throws PortInUseException where something else listens there
     * @throws IllegalStateException where the file cannot be opened, with the reason
     */
    public static EmbeddedMongo start(@Nullable Path file, int port) {
        var backend = new TypedBackend(open(file));
        var server = new MongoServer(backend);
        try {
            server.bind(LoopbackSockets.address(port));
        } catch (Exception e) {
            server.shutdownNow();
            if (causedByBind(e)) {
                throw new PortInUseException("The embedded MongoDB server", port, e);
            }
            throw e;
        }
        return new EmbeddedMongo(server, server.getLocalAddress().getPort());
    }

    /** The connection string, with the database {@code gapwatch}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/gapwatch";
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static MVStore open(@Nullable Path file) {
        try {
            if (file == null) {
                return opened(new MVStore.Builder());
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            var store = opened(new MVStore.Builder().fileName(file.toString()));
            if (store.getStoreVersion() == 0 && !store.getMapNames().isEmpty()) {
                LOG.info("{} is of an earlier version. It is made anew, and the views are rebuilt from Kafka", file);
                store.closeImmediately();
                Files.delete(file);
                store = opened(new MVStore.Builder().fileName(file.toString()));
            }
            store.setStoreVersion(TypedBackend.VERSION);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "The embedded MongoDB server cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private static MVStore opened(MVStore.Builder store) {
        var opened = store.cacheSize(CACHE_MEGABYTES).open();
        opened.setAutoCommitDelay(WRITE_DELAY_MILLIS);
        return opened;
    }

    private static boolean causedByBind(Throwable thrown) {
        for (@Nullable
        Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
