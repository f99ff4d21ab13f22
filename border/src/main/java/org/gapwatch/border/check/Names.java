package org.gapwatch.border.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What names stand for: the latest settled ones, and those reserved but not yet written. Not safe for several threads. */
final class Names<V> {

    /** What is known of a name that somebody wants to stand for a value. */
    sealed interface Answer<V> {
        /** It is free, or reserved for the same value. */
        record Free<V>() implements Answer<V> {
        }

        /** It stands for that value already. */
        record Same<V>() implements Answer<V> {
        }

        /** It stands for another value. */
        record Other<V>(V value) implements Answer<V> {
        }

        /** Somebody else has reserved it for another value. */
        record Unsettled<V>() implements Answer<V> {
        }
    }

    private record Reserved<V>(V value, List<Reservations> holders) {
    }

    private final Map<EventKey, V> settled;
    private final Map<EventKey, Reserved<V>> reserved = new HashMap<>();

    Names(int capacity) {
        // In order of access: an entity that is talked about stays known.
        this.settled = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<EventKey, V> eldest) {
                return size() > capacity;
            }
        };
    }

    Answer<V> ask(EventKey key, V value, Reservations asking) {
        V known = settled.get(key);
        if (known != null) {
            return known.equals(value) ? new Answer.Same<>() : new Answer.Other<>(known);
        }
        Reserved<V> held = reserved.get(key);
        if (held == null || held.value().equals(value)) {
            return new Answer.Free<>();
        }
        return held.holders().contains(asking) ? new Answer.Other<>(held.value()) : new Answer.Unsettled<>();
    }

    void reserve(EventKey key, V value, Reservations holder) {
        if (settled.containsKey(key)) {
            return;
        }
        List<Reservations> holders = reserved.computeIfAbsent(key, _ -> new Reserved<>(value, new ArrayList<>(1)))
                .holders();
        if (!holders.contains(holder)) {
            holders.add(holder);
            holder.keys.add(key);
        }
    }

    void settle(Reservations holder) {
        for (EventKey key : holder.keys) {
            Reserved<V> held = reserved.get(key);
            if (held != null && held.holders().contains(holder)) {
                settled.put(key, held.value());
                reserved.remove(key);
            }
        }
    }

    void release(Reservations holder) {
        for (EventKey key : holder.keys) {
            Reserved<V> held = reserved.get(key);
            if (held != null && held.holders().remove(holder) && held.holders().isEmpty()) {
                reserved.remove(key);
            }
        }
    }

    void remember(EventKey key, V value) {
        settled.putIfAbsent(key, value);
    }
}
