package org.gapwatch.service.projection;

import org.gapwatch.embedded.EmbeddedMongo;

/** The embedded server, in the way that is fast on it. */
class EmbeddedServerProjectionTest extends ProjectionContract {

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();

    @Override
    String uri() {
        return server.uri();
    }

    @Override
    DocumentWriter writer() {
        return new SingleWriter();
    }

    @Override
    void stopServer() {
        server.close();
    }
}
