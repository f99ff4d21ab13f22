package org.gapwatch.service.projection;

import org.gapwatch.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;

/** The embedded server, in the way of a real one. */
class EmbeddedServerGuardedProjectionTest extends GuardedProjectionContract {

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();

    @Override
    String uri() {
        return server.uri();
    }

    @AfterAll
    void stopServer() {
        server.close();
    }
}
