package org.gapwatch.alerts.ledger;

import java.util.Arrays;
import org.gapwatch.contract.EventType;

/**
 * A small table of amounts in whole thousandths by (type of event, month), sorted by both. Where an addition would
 * overflow a {@code long}, it goes into a further cell of the same key: what counts is the sum of all cells of a key.
 */
final class Cells {

    private static final EventType[] TYPES = EventType.values();
    private static final int MONTH_BITS = 16;

    private int[] keys = new int[3];
    private long[] amounts = new long[3];
    private int size;

    int size() {
        return size;
    }

    EventType type(int index) {
        return TYPES[keys[index] >>> MONTH_BITS];
    }

    int month(int index) {
        return keys[index] & (1 << MONTH_BITS) - 1;
    }

    long amount(int index) {
        return amounts[index];
    }

    void add(EventType type, int month, long amount) {
        add(type.ordinal() << MONTH_BITS | month, amount);
    }

    void addAll(Cells other) {
        for (int i = 0; i < other.size; i++) {
            add(other.keys[i], other.amounts[i]);
        }
    }

    void subtractAll(Cells other) {
        for (int i = 0; i < other.size; i++) {
            // The amount of one statement is far from the bounds, but a day's sum may be the one that has no negative.
            if (other.amounts[i] == Long.MIN_VALUE) {
                add(other.keys[i], Long.MAX_VALUE);
                add(other.keys[i], 1);
            } else {
                add(other.keys[i], -other.amounts[i]);
            }
        }
    }

    void clear() {
        size = 0;
    }

    void dropZeros() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                keys[kept] = keys[i];
                amounts[kept++] = amounts[i];
            }
        }
        size = kept;
    }

    private void add(int key, long amount) {
        int at = firstOf(key);
        for (int i = at; i < size && keys[i] == key; i++) {
            long sum = amounts[i] + amount;
            if (((amounts[i] ^ sum) & (amount ^ sum)) >= 0) {
                amounts[i] = sum;
                return;
            }
        }
        insert(at, key, amount);
    }

    /** The index of the first cell of a key, or the one at which it would lie. */
    private int firstOf(int key) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (keys[middle] < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void insert(int at, int key, long amount) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + size / 4 + 2);
            amounts = Arrays.copyOf(amounts, keys.length);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        keys[at] = key;
        amounts[at] = amount;
        size++;
    }
}
