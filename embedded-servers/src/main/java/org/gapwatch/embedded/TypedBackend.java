package org.gapwatch.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend with data types for its maps (by itself it writes documents, and even compares keys, by Java
 * serialization, which takes five times as long), and where renaming a collection is one step.
 *
 * <p>
 * A map that is open keeps its types when it is opened again by name only, so each is opened here before the backend does.
 */
final class TypedBackend extends H2Backend {

    /** The version of a store whose maps have these types, and the names of their collections. */
    static final int VERSION = 2;

    private final ReadWriteLock places = new ReentrantReadWriteLock();

    TypedBackend(MVStore store) {
        super(store);
    }

    /**
     * While a collection takes another's place, all else waits: the backend drops the other one first, and whoever reads then
     * finds nothing.
     */
    @Override
    public Document handleMessage(MongoMessage message) {
        Lock lock = message.getDocument().containsKey("renameCollection") ? places.writeLock() : places.readLock();
        lock.lock();
        try {
            return super.handleMessage(message);
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new TypedDatabase(name, getMvStore(), getCursorRegistry());
    }

    private static final class TypedDatabase extends H2Database {

        private static final String INDEX = "._index_";

        private final MVStore store;

        TypedDatabase(String name, MVStore store, CursorRegistry cursors) {
            // First, for the constructor above opens what there is.
            this.store = store;
            super(name, store, cursors);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys,
                boolean sparse) {
            store.openMap(getFullCollectionNamespace(collection) + INDEX + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            store.openMap("databases." + getFullCollectionNamespace(collection),
                    new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
            return super.openOrCreateCollection(collection, options);
        }

        /**
         * The backend leaves the maps under the names they had: after a restart the collection would be empty, and one that is
         * created under its old name would write into it.
         */
        @Override
        public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
            String before = collection.getFullName();
            super.moveCollection(from, collection, name);
            String after = collection.getFullName();
            for (String map : Set.copyOf(store.getMapNames())) {
                String kind = map.startsWith("databases.") ? "databases." : map.startsWith("meta.") ? "meta." : "";
                String rest = map.substring(kind.length());
                if (kind.isEmpty() ? rest.startsWith(before + INDEX) : rest.equals(before)) {
                    rename(map, kind + after + rest.substring(before.length()));
                }
            }
        }

        private void rename(String map, String name) {
            if (store.hasMap(name)) {
                store.removeMap(name);
            }
            store.renameMap(store.openMap(map), name);
        }
    }
}
