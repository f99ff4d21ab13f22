package org.gapwatch.alerts.statement;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an event was seen before, for an entity that has many: a hash table with open addressing. An entry is
 * the hash of an event's key, and where it lies: its offset plus 1, negative in the log of those that wait.
 */
final class SeenEvents {

    private long[] entries = new long[32];
    private int size;

    /** The events of both logs. */
    static SeenEvents of(EventLog settled, @Nullable EventLog waiting) {
        SeenEvents seen = new SeenEvents();
        seen.addAll(settled, false);
        if (waiting != null) {
            seen.addAll(waiting, true);
        }
        return seen;
    }

    /** Whether an event with the key of the one that was packed last is in one of the logs. */
    boolean contains(EventPacker packed, EventLog settled, @Nullable EventLog waiting) {
        int hash = ByteHash.of(packed.bytes(), packed.keyStart(), packed.keyEnd());
        for (int slot = slot(hash); entries[slot] != 0; slot = slot + 1 & entries.length - 1) {
            int place = (int) entries[slot];
            EventLog log = place > 0 ? settled : waiting;
            if (hash(entries[slot]) == hash && log != null && log.hasKeyOf(packed, Math.abs(place) - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Adds an event that lies at an offset of a log. */
    void add(EventLog log, int offset, boolean waits) {
        if (size >= entries.length / 2) {
            long[] old = entries;
            entries = new long[old.length * 2];
            Arrays.stream(old).filter(entry -> entry != 0).forEach(this::put);
        }
        int at = log.start(offset);
        int hash = ByteHash.of(log.bytes(), PackedEvent.keyStart(log.bytes(), at), EventPacker.keyEnd(log.bytes(), at));
        int place = waits ? -offset - 1 : offset + 1;
        put((long) hash << 32 | place & 0xFFFF_FFFFL);
        size++;
    }

    private void addAll(EventLog log, boolean waits) {
        for (int offset = 0; offset < log.end(); offset = log.next(offset)) {
            add(log, offset, waits);
        }
    }

    private void put(long entry) {
        int slot = slot(hash(entry));
        while (entries[slot] != 0) {
            slot = slot + 1 & entries.length - 1;
        }
        entries[slot] = entry;
    }

    private int slot(int hash) {
        return ByteHash.slot(hash, entries.length);
    }

    private static int hash(long entry) {
        return (int) (entry >> 32);
    }
}
