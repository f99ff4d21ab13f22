package org.gapwatch.alerts.stream.state;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The innermost store, which Kafka Streams wraps with the one that writes the changelog. It keeps no rows: what is put is
 * on the heap already, and what is restored goes there.
 */
final class RowFeed implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final Capabilities capabilities;
    private boolean open;

    RowFeed(String name, Capabilities capabilities) {
        this.name = name;
        this.capabilities = capabilities;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // The same store is taken up again after a dirty close: what was not committed must be gone.
        capabilities.clear();
        context.register(root, capabilities::restore);
        open = true;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        // Kept on the heap, by CapabilityStore.
    }

    @Override
    public void close() {
        capabilities.clear();
        open = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Rows cannot be queried, so there is no position to be told of. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        throw notKept();
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        throw notKept();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw notKept();
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        throw notKept();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw notKept();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw notKept();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    private static UnsupportedOperationException notKept() {
        return new UnsupportedOperationException("Rows are written and restored only; ask CapabilityStore");
    }
}
