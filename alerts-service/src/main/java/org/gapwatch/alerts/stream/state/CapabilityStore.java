package org.gapwatch.alerts.stream.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.contract.Event;

/**
 * The capabilities of one task. Each change is made on the heap and written to the changelog: what is published as one
 * row each, statements together, as many as come between two commits; a restore reads the rows back
 * (docs/decisions/0007-stream-state.md). Not safe for use by several threads.
 *
 * <p>
 * It is not persistent, so that a start always restores all of it: under exactly-once that is the only way to know that
 * the heap holds what was committed.
 */
public final class CapabilityStore implements StateStore, CachedStateStore<Bytes, byte[]> {

    /** A row is written once it has so many bytes, far below what a broker takes. */
    private static final int ROW_BYTES = 32 << 10;

    private final Capabilities capabilities;
    private final KeyValueStore<Bytes, byte[]> rows;
    /** Added, but in no row yet. */
    private final StatementBlock pending = new StatementBlock();

    /**
     * @param capabilities the heap
     * @param rows writes each row to the changelog, and feeds the heap on a restore; keeps nothing itself
     */
    CapabilityStore(Capabilities capabilities, KeyValueStore<Bytes, byte[]> rows) {
        this.capabilities = capabilities;
        this.rows = rows;
    }

    /**
     * Adds an event to its capability.
     *
     * @return false where the event was seen before, and so changed nothing
     */
    public boolean add(Event event) {
        if (!capabilities.add(event)) {
            return false;
        }
        pending.add(event);
        if (pending.size() >= ROW_BYTES) {
            flushCache();
        }
        return true;
    }

    /** Writes what is in no row yet; Kafka Streams calls this before each commit. */
    @Override
    public void flushCache() {
        if (!pending.isEmpty()) {
            rows.put(RowKeys.statements(capabilities.newRow()), pending.toBytes());
            pending.clear();
        }
    }

    @Override
    public void clearCache() {
        pending.clear();
    }

    /** Nothing is sent on from here. */
    @Override
    public boolean setFlushListener(CacheFlushListener<Bytes, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    /** The codes of all capabilities; a view, which an {@link #add} may change. */
    public Set<String> codes() {
        return capabilities.codes();
    }

    /**
     * What is to be published of a capability as of a day, because it differs from what was published.
     *
     * @param pastYears whether the series of the years before the day's are to be told as well
     */
    public List<Change> assess(String code, LocalDate today, boolean pastYears) {
        return capabilities.get(code).assess(today, pastYears);
    }

    /** Whether an assessment left years untold. */
    public boolean owesYears(String code) {
        return capabilities.get(code).published.owesYears();
    }

    /** Notes that a change is published. */
    public void published(String code, Change change) {
        capabilities.get(code).published.apply(change);
        Bytes key = RowKeys.of(code, change);
        switch (change) {
            case Change.OfHead head -> {
                var published = head.published();
                rows.put(key, published == null ? null : PublishedRow.head(published));
            }
            case Change.OfYear year -> {
                Long published = year.published();
                rows.put(key, published == null ? null : PublishedRow.year(published));
            }
            case Change.OfAlert alert -> rows.put(key, PublishedRow.alert(alert.published()));
        }
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        pending.clear();
        rows.init(context, root);
    }

    @Override
    public void flush() {
        rows.flush();
    }

    @Override
    public void close() {
        pending.clear();
        rows.close();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return rows.isOpen();
    }

    @Override
    public Position getPosition() {
        return rows.getPosition();
    }
}
