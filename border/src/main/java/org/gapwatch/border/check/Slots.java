package org.gapwatch.border.check;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A list of places in {@link Names}. */
final class Slots {

    private int[] slots = new int[16];
    private int size;

    void add(int slot) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
        }
        slots[size++] = slot;
    }

    /** Tells each, in order, and forgets them. */
    void drain(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(slots[i]);
        }
        size = 0;
    }
}
