package org.gapwatch.faults.system;

import java.nio.file.Path;
import org.gapwatch.embedded.EmbeddedMongo;

/** The embedded MongoDB-wire server as a process of its own: {@code FILE PORT}. */
final class EmbeddedDatabase {

    private EmbeddedDatabase() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedMongo server = EmbeddedMongo.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }
}
