package org.gapwatch.alerts.stream.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gapwatch.contract.Event;

/**
 * The statements of one row, each capability's together, so that a restore can leave those of a capability unread until
 * it is looked at. Not safe for use by several threads.
 */
final class StatementBlock {

    /** Version 3; each statement named its capability in version 2. Write-once samples of it are in the tests. */
    private static final int VERSION = 3;

    private final Map<String, StatementSection> sections = new LinkedHashMap<>();
    private int size;

    /** Takes what a row has of a capability: its bytes from one index to another. */
    @FunctionalInterface
    interface Sections {

        /** With the length of the section first. */
        void take(String capability, byte[] row, int from, int to);
    }

    /** Whether there are no statements. */
    boolean isEmpty() {
        return sections.isEmpty();
    }

    /** How many bytes the statements have so far. */
    int size() {
        return size;
    }

    /** Forgets all statements. */
    void clear() {
        sections.clear();
        size = 0;
    }

    /** Adds an event's statement. */
    void add(Event event) {
        StatementSection section = sections
                .computeIfAbsent(event.statement().capability(), _ -> new StatementSection());
        size -= section.row().size();
        section.add(event);
        size += section.row().size();
    }

    /** The row of all statements so far. */
    byte[] toBytes() {
        var row = new RowWriter().octet(VERSION);
        sections.forEach((capability, section) -> row.text(capability).row(section.row()));
        return row.toBytes();
    }

    /** Reads which capabilities a row is about. */
    static void read(byte[] bytes, Texts texts, Sections sections) {
        var row = new RowReader(bytes).version(VERSION);
        while (!row.atEnd()) {
            String capability = texts.shared(row.text());
            int from = row.position();
            row.skip(row.count());
            sections.take(capability, bytes, from, row.position());
        }
    }
}
