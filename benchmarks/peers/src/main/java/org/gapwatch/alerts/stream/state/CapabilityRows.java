package org.gapwatch.alerts.stream.state;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * Capabilities on the heap, kept up to date from rows with the bytes of the alerts stream's changelog. Each row stands by
 * itself: its key, after the key's length, and its value. Not safe for use by several threads.
 */
public final class CapabilityRows {

    private final Capabilities capabilities = new Capabilities();

    /** An event as a row. */
    public static byte[] row(Event event) {
        return row(RowKeys.of(event).get(), StatementRow.value(event));
    }

    /**
     * Adds an event to its capability.
     *
     * @return false where the event was seen before, and so changed nothing
     */
    public boolean add(Event event) {
        return capabilities.add(event);
    }

    /** Takes a row that was kept, of an event or of what was published. */
    public void restore(byte[] row) {
        capabilities.restore(key(row), value(row));
    }

    /** The codes of all capabilities; a view. */
    public Set<String> codes() {
        return capabilities.codes();
    }

    /** What is to be published of a capability as of a day, because it differs from what was published. */
    public List<Change> assess(String code, LocalDate today) {
        return capabilities.get(code).assess(today);
    }

    /** Notes that a change is published, and tells the row to keep under its record's key; null for none any more. */
    public byte @Nullable [] published(String code, Change change) {
        capabilities.get(code).published.apply(change);
        byte[] value = switch (change) {
            case Change.OfHead head -> {
                var published = head.published();
                yield published == null ? null : PublishedRow.head(published);
            }
            case Change.OfYear year -> {
                Long published = year.published();
                yield published == null ? null : PublishedRow.year(published);
            }
            case Change.OfAlert alert -> PublishedRow.alert(alert.published());
        };
        return value == null ? null : row(RowKeys.of(code, change).get(), value);
    }

    private static byte[] row(byte[] key, byte[] value) {
        return ByteBuffer.allocate(Short.BYTES + key.length + value.length).putShort((short) key.length).put(key)
                .put(value).array();
    }

    private static byte[] key(byte[] row) {
        return Arrays.copyOfRange(row, Short.BYTES, keyEnd(row));
    }

    private static byte[] value(byte[] row) {
        return Arrays.copyOfRange(row, keyEnd(row), row.length);
    }

    private static int keyEnd(byte[] row) {
        return Short.BYTES + ByteBuffer.wrap(row).getShort();
    }
}
