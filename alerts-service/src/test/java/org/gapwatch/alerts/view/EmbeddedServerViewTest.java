package org.gapwatch.alerts.view;

import org.gapwatch.embedded.EmbeddedMongo;

/** The embedded server. */
class EmbeddedServerViewTest extends ViewContract {

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
