package org.gapwatch.bench.view;

import com.mongodb.ConnectionString;

/**
 * A MongoDB server to measure on.
 *
 * @param uri where it is; a database in it counts for nothing
 * @param embedded whether it is the embedded one, which has a single writer
 */
record MongoServer(String uri, boolean embedded) {

    /** The connection string with a database. */
    String uri(String database) {
        String own = new ConnectionString(uri).getDatabase();
        if (own != null) {
            return uri.replace("/" + own, "/" + database);
        }
        return uri.contains("/?") ? uri.replace("/?", "/" + database + "?") : uri + "/" + database;
    }
}
