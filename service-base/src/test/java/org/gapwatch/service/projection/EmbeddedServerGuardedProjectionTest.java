package org.gapwatch.service.projection;

import org.gapwatch.embedded.EmbeddedMongo;

/** The embedded server, in the way of a real one. */
class EmbeddedServerGuardedProjectionTest extends GuardedProjectionContract {

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();

    @Override
    String uri() {
        return server.uri();
    }

    @Override
    void stopServer() {
        server.close();
    }
}
