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
 * Capabilities on the heap, and the rows to rebuild them from, with the bytes of the alerts stream's changelog. Not safe
 * for use by several threads.
 */
public final class CapabilityRows {

    private final Capabilities capabilities = new Capabilities();

    /** Statements that go into one row. */
    public static final class Statements {

        private final StatementBlock block = new StatementBlock();

        /** Adds an event's statement. */
        public void add(Event event) {
            block.add(event);
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return block.isEmpty();
        }

        /** Takes all out, as a row. */
        public byte[] take() {
            byte[] row = block.toBytes();
            block.clear();
            return row;
        }
    }

    /**
     * Adds an event to its capability.
     *
     * @return false where the event was seen before, and so changed nothing
     */
    public boolean add(Event event) {
        return capabilities.add(event);
    }

    /** Takes a row of statements. */
    public void restoreStatements(byte[] row) {
        capabilities.restore(RowKeys.statements(0).get(), row);
    }

    /** Takes a row of what was published. */
    public void restorePublished(byte[] row) {
        int keyEnd = Short.BYTES + ByteBuffer.wrap(row).getShort();
        capabilities.restore(Arrays.copyOfRange(row, Short.BYTES, keyEnd), Arrays.copyOfRange(row, keyEnd, row.length));
    }

    /** The codes of all capabilities; a view. */
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
        if (value == null) {
            return null;
        }
        byte[] key = RowKeys.of(code, change).get();
        return ByteBuffer.allocate(Short.BYTES + key.length + value.length).putShort((short) key.length).put(key)
                .put(value).array();
    }
}
