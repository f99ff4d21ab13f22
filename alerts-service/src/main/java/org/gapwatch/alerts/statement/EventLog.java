package org.gapwatch.alerts.statement;

import java.util.Arrays;

/**
 * Packed events, one behind the other, each after its length. An event is named by its offset, that of its length; the
 * first has offset 0.
 */
final class EventLog {

    private static final int LENGTH_BYTES = 3;

    private byte[] bytes = {};
    private int end;
    private int last = -1;
    private int count;

    /** How many events there are. */
    int count() {
        return count;
    }

    /** The offset behind the last event. */
    int end() {
        return end;
    }

    /** The offset of the last event; negative where there is none. */
    int last() {
        return last;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the event itself begins. */
    static int start(int offset) {
        return offset + LENGTH_BYTES;
    }

    /** The offset of the event behind one, or {@link #end()}. */
    int next(int offset) {
        int length = bytes[offset] & 0xFF | (bytes[offset + 1] & 0xFF) << 8 | (bytes[offset + 2] & 0xFF) << 16;
        return start(offset) + length;
    }

    /** Adds the event that was packed last. */
    void append(EventPacker packed) {
        int length = packed.size();
        int newEnd = start(end) + length;
        if (newEnd > bytes.length) {
            // Most entities have few statements and never grow: they get what they need; others some room.
            bytes = Arrays.copyOf(bytes, count < 4 ? newEnd : newEnd + newEnd / 4);
        }
        bytes[end] = (byte) length;
        bytes[end + 1] = (byte) (length >>> 8);
        bytes[end + 2] = (byte) (length >>> 16);
        System.arraycopy(packed.bytes(), 0, bytes, start(end), length);
        last = end;
        end = newEnd;
        count++;
    }

    /** Whether the event at an offset has the key of the event that was packed last. */
    boolean hasKeyOf(EventPacker packed, int offset) {
        int from = start(offset);
        int to = from + packed.keySize();
        return to <= end && Arrays.equals(bytes, from, to, packed.bytes(), 0, packed.keySize());
    }

    /** Whether an event with the key of the one that was packed last is there; looks at one after the other. */
    boolean contains(EventPacker packed) {
        for (int offset = 0; offset < end; offset = next(offset)) {
            if (hasKeyOf(packed, offset)) {
                return true;
            }
        }
        return false;
    }
}
