package org.gapwatch.alerts.capability;

import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/** Which events an entity has, by source and id: a hash table with open addressing. */
final class SeenEvents {

    private @Nullable Event[] table = new @Nullable Event[32];
    private int size;

    static boolean same(Event one, Event other) {
        return one.id().equals(other.id()) && one.source().equals(other.source());
    }

    boolean contains(Event event) {
        return table[slot(table, event)] != null;
    }

    /** Adds an event that is not contained yet. */
    void add(Event event) {
        if (size++ >= table.length / 2) {
            @Nullable
            Event[] larger = new @Nullable Event[table.length * 2];
            for (Event old : table) {
                if (old != null) {
                    larger[slot(larger, old)] = old;
                }
            }
            table = larger;
        }
        table[slot(table, event)] = event;
    }

    /** Where an event lies, or would lie. */
    private static int slot(@Nullable Event[] table, Event event) {
        int hash = event.id().hashCode() * 31 + event.source().hashCode();
        int slot = (hash ^ hash >>> 16) & table.length - 1;
        for (Event found = table[slot]; found != null && !same(found, event); found = table[slot]) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
