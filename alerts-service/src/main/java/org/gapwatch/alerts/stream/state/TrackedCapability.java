package org.gapwatch.alerts.stream.state;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.statement.Scratch;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.publication.PublishedCapability;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * A capability, and what was last published of it. Statements that were restored stay as they are until the capability is
 * added to or assessed: what comes after a start need not wait for those of all others. Not safe for use by several
 * threads.
 */
final class TrackedCapability {

    private final Capability capability;
    final PublishedCapability published = new PublishedCapability();
    private final Texts texts;
    /** Sections of rows that were restored, each after its length; null where there are none. */
    private byte @Nullable [] unread;
    private int unreadSize;

    TrackedCapability(String code, Scratch scratch, Texts texts) {
        this.capability = new Capability(code, scratch);
        this.texts = texts;
    }

    /** Adds an event; false where it was seen before, and so changed nothing. */
    boolean add(Event event) {
        readRestored();
        return capability.add(event);
    }

    /** Takes a section of a row, with its length first. */
    void restore(byte[] row, int from, int to) {
        int size = unreadSize + to - from;
        byte[] room = unread == null ? new byte[size] : unread;
        if (room.length < size) {
            room = Arrays.copyOf(room, size + size / 2);
        }
        System.arraycopy(row, from, room, unreadSize, to - from);
        unread = room;
        unreadSize = size;
    }

    List<Change> assess(LocalDate today, boolean pastYears) {
        readRestored();
        return published.changes(capability.code(), capability.assess(today), pastYears);
    }

    private void readRestored() {
        if (unread == null) {
            return;
        }
        var row = new RowReader(unread);
        while (row.position() < unreadSize) {
            int length = row.count();
            StatementSection.read(row, row.position() + length, capability.code(), texts, capability::add);
        }
        unread = null;
        unreadSize = 0;
    }
}
