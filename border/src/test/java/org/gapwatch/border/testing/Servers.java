package org.gapwatch.border.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.embedded.EmbeddedMongo;

/** One Kafka broker and one MongoDB-wire server for all tests of a JVM; tests keep apart by their ids. */
public final class Servers {

    private static final class Started {
        private static final EmbeddedKafka KAFKA = startKafka();
        private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();

        private static EmbeddedKafka startKafka() {
            try {
                return EmbeddedKafka.start(Files.createTempDirectory("gapwatch-kafka"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Servers() {
    }

    /** The broker's address. */
    public static String kafka() {
        return Started.KAFKA.bootstrapServers();
    }

    /** The address of the MongoDB-wire server. */
    public static String mongo() {
        return Started.MONGO.uri();
    }
}
