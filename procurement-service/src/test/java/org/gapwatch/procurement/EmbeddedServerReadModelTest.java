package org.gapwatch.procurement;

import org.gapwatch.border.testing.Servers;

/** The embedded server. */
class EmbeddedServerReadModelTest extends ReadModelContract {

    @Override
    String uri() {
        return Servers.mongo().replaceFirst("/gapwatch$", "/contract");
    }

    @Override
    boolean singleWriter() {
        return true;
    }
}
