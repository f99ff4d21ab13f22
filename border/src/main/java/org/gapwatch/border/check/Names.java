package org.gapwatch.border.check;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for: the latest settled ones, and those reserved but not yet written. Not safe for several threads.
 *
 * <p>
 * A hash table with chains whose entries are places in arrays, for there are many and they come and go fast. A place is
 * free, or reserved (it has a holder, or several), or settled (it has none, and hangs in the list from the one longest
 * not asked for to the latest).
 */
final class Names<V> {

    /** What is known of a name that somebody wants to stand for a value. */
    enum Answer {
        /** It is free, or reserved for the same value. */
        FREE,
        /** It stands for that value already. */
        SAME,
        /** It stands for another value. */
        OTHER,
        /** Somebody else has reserved it for another value. */
        UNSETTLED
    }

    static final int NONE = -1;

    private static final int FIRST_SIZE = 1024;

    private final int capacity;
    private int settled;

    private int[] heads = filled(FIRST_SIZE);
    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private @Nullable Object[] values = new @Nullable Object[FIRST_SIZE];
    /** Null where settled, else who reserved it. */
    private @Nullable Holders[] holders = new @Nullable Holders[FIRST_SIZE];
    /** The next place of the same chain, or the next free one. */
    private int[] next = new int[FIRST_SIZE];
    private int[] older = new int[FIRST_SIZE];
    private int[] newer = new int[FIRST_SIZE];
    private int oldest = NONE;
    private int newest = NONE;
    private int free = NONE;
    /** Places from here on were never used. */
    private int used;

    /** Who has reserved a name: mostly one. */
    private record Holders(Reservations first, @Nullable Holders others) {

        boolean contain(Reservations holder) {
            return first == holder || (others != null && others.contain(holder));
        }

        @Nullable
        Holders without(Reservations holder) {
            if (first == holder || others == null) {
                return others;
            }
            return new Holders(first, others.without(holder));
        }
    }

    Names(int capacity) {
        this.capacity = capacity;
    }

    /** The place of a name, or {@link #NONE}. A settled one becomes the latest: what is talked about stays known. */
    int find(EventKey key) {
        for (int slot = heads[bucket(key.high())]; slot != NONE; slot = next[slot]) {
            if (high[slot] == key.high() && low[slot] == key.low()) {
                if (holders[slot] == null && slot != newest) {
                    unlink(slot);
                    link(slot);
                }
                return slot;
            }
        }
        return NONE;
    }

    /** What stands against a value for the name at a place, which may be none. */
    Answer ask(int slot, V value, Reservations asking) {
        if (slot == NONE) {
            return Answer.FREE;
        }
        boolean same = value.equals(values[slot]);
        Holders held = holders[slot];
        if (held == null) {
            return same ? Answer.SAME : Answer.OTHER;
        }
        if (same) {
            return Answer.FREE;
        }
        return held.contain(asking) ? Answer.OTHER : Answer.UNSETTLED;
    }

    /** What the name at a place stands for, or is reserved for. */
    @SuppressWarnings("unchecked") // reserve alone sets it
    V value(int slot) {
        return (V) Objects.requireNonNull(values[slot]);
    }

    /** Reserves the name, which is {@link Answer#FREE} for that value or stands for it already. */
    void reserve(int slot, EventKey key, V value, Reservations holder, Slots reserved) {
        if (slot == NONE) {
            int added = add(key, value);
            holders[added] = new Holders(holder, null);
            reserved.add(added);
            return;
        }
        Holders held = holders[slot];
        if (held != null && !held.contain(holder)) {
            holders[slot] = new Holders(holder, held);
            reserved.add(slot);
        }
    }

    /** What the holder has reserved stands from now on, unless another one who reserved it has settled it before. */
    void settle(Reservations holder, Slots reserved) {
        reserved.drain(slot -> {
            Holders held = holders[slot];
            if (held != null && held.contain(holder)) {
                settle(slot);
            }
        });
    }

    /** What the holder has reserved, and nobody else, is free again. */
    void release(Reservations holder, Slots reserved) {
        reserved.drain(slot -> {
            Holders held = holders[slot];
            if (held != null && held.contain(holder)) {
                holders[slot] = held.without(holder);
                if (holders[slot] == null) {
                    remove(slot);
                }
            }
        });
    }

    /** The name stands for the value, unless it is known already. */
    void remember(EventKey key, V value) {
        if (find(key) == NONE) {
            settle(add(key, value));
        }
    }

    private void settle(int slot) {
        holders[slot] = null;
        link(slot);
        settled++;
        if (settled > capacity) {
            int eldest = oldest;
            unlink(eldest);
            settled--;
            remove(eldest);
        }
    }

    /** Takes a place, in its chain and not yet in the list of settled ones. */
    private int add(EventKey key, V value) {
        int slot = free;
        if (slot == NONE) {
            if (used == high.length) {
                grow();
            }
            slot = used++;
        } else {
            free = next[slot];
        }
        high[slot] = key.high();
        low[slot] = key.low();
        values[slot] = value;
        chain(slot);
        return slot;
    }

    private void chain(int slot) {
        int bucket = bucket(high[slot]);
        next[slot] = heads[bucket];
        heads[bucket] = slot;
    }

    /** Gives a place back that is in its chain only. */
    private void remove(int slot) {
        int bucket = bucket(high[slot]);
        if (heads[bucket] == slot) {
            heads[bucket] = next[slot];
        } else {
            int before = heads[bucket];
            while (next[before] != slot) {
                before = next[before];
            }
            next[before] = next[slot];
        }
        values[slot] = null;
        next[slot] = free;
        free = slot;
    }

    private void link(int slot) {
        older[slot] = newest;
        newer[slot] = NONE;
        if (newest == NONE) {
            oldest = slot;
        } else {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        if (slot == oldest) {
            oldest = newer[slot];
        } else {
            newer[older[slot]] = newer[slot];
        }
        if (slot == newest) {
            newest = older[slot];
        } else {
            older[newer[slot]] = older[slot];
        }
    }

    /** All places are in chains then. */
    private void grow() {
        int size = 2 * high.length;
        high = Arrays.copyOf(high, size);
        low = Arrays.copyOf(low, size);
        values = Arrays.copyOf(values, size);
        holders = Arrays.copyOf(holders, size);
        next = Arrays.copyOf(next, size);
        older = Arrays.copyOf(older, size);
        newer = Arrays.copyOf(newer, size);
        heads = filled(size);
        for (int slot = 0; slot < used; slot++) {
            chain(slot);
        }
    }

    private int bucket(long hash) {
        return (int) hash & heads.length - 1;
    }

    private static int[] filled(int size) {
        int[] heads = new int[size];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
