package org.gapwatch.alerts.statement;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a capability by their packed id: a hash table with open addressing. A small order is the bytes of
 * {@link SmallOrder}, which begin with its id; a larger one is an {@link Entity}.
 */
final class OrderTable {

    private @Nullable Object[] slots = new @Nullable Object[16];
    private int size;

    /** The slot of an order, or the empty one that it would have. */
    int slot(Packing name) {
        int slot = firstSlot(name.bytes(), name.size());
        while (true) {
            byte[] other = name(slots[slot]);
            if (other == null || other.length >= name.size()
                    && Arrays.equals(other, 0, name.size(), name.bytes(), 0, name.size())) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
    }

    /** What a slot holds: the bytes of a small order, an entity, or null. */
    @Nullable
    Object get(int slot) {
        return slots[slot];
    }

    /** Puts an order into its slot; the slots of all may be others then. */
    void put(int slot, Object order) {
        boolean isNew = slots[slot] == null;
        slots[slot] = order;
        if (isNew && ++size * 3 > slots.length * 2) {
            grow();
        }
    }

    private void grow() {
        @Nullable
        Object[] old = slots;
        slots = new @Nullable Object[2 * old.length];
        Unpacking in = new Unpacking();
        for (Object order : old) {
            byte[] name = name(order);
            if (name != null) {
                PackedText.skip(in.from(name, 0));
                int slot = firstSlot(name, in.position());
                while (slots[slot] != null) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = order;
            }
        }
    }

    /** Bytes that begin with the name of an order; no name is the beginning of another one. */
    private static byte @Nullable [] name(@Nullable Object order) {
        return switch (order) {
            case null -> null;
            case byte[] small -> small;
            case Entity large -> large.name();
            default -> throw new IllegalStateException("No order: " + order.getClass());
        };
    }

    private int firstSlot(byte[] bytes, int size) {
        return ByteHash.slot(ByteHash.of(bytes, 0, size), slots.length);
    }
}
