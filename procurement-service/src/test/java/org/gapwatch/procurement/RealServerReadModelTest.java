package org.gapwatch.procurement;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real MongoDB server. */
@EnabledIfEnvironmentVariable(named = RealServerReadModelTest.URI, matches = ".+", disabledReason = "GAPWATCH_TEST_MONGODB_URI names no MongoDB server to test with")
class RealServerReadModelTest extends ReadModelContract {

    static final String URI = "GAPWATCH_TEST_MONGODB_URI";

    private final String database = "procurement-" + Long.toString(System.nanoTime(), 36);

    @Override
    String uri() {
        URI server = java.net.URI.create(Objects.requireNonNull(System.getenv(URI)));
        return "mongodb://" + server.getRawAuthority() + "/" + database
                + (server.getRawQuery() == null ? "" : "?" + server.getRawQuery());
    }

    @Override
    boolean singleWriter() {
        return false;
    }
}
