package org.gapwatch.service.projection;

import java.util.Objects;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real MongoDB server. */
@EnabledIfEnvironmentVariable(named = RealServerProjectionTest.URI, matches = ".+", disabledReason = "GAPWATCH_TEST_MONGODB_URI names no MongoDB server to test with")
class RealServerProjectionTest extends GuardedProjectionContract {

    static final String URI = "GAPWATCH_TEST_MONGODB_URI";

    @Override
    String uri() {
        return Objects.requireNonNull(System.getenv(URI));
    }
}
