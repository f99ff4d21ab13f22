package org.gapwatch.alerts.statement;

import java.util.Arrays;

/**
 * Packed events, one behind the other, each after its length. An event is named by its offset, that of its length; the
 * first has offset 0.
 */
final class EventLog {

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
    int start(int offset) {
        return start(bytes, offset);
    }

    /** The offset of the event behind one, or {@link #end()}. */
    int next(int offset) {
        return next(bytes, offset);
    }

    /** Where the event itself begins whose length lies at an offset. */
    static int start(byte[] bytes, int offset) {
        int at = offset;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    /** The offset behind the event whose length lies at an offset. */
    static int next(byte[] bytes, int offset) {
        int length = 0;
        int at = offset;
        for (int shift = 0;; shift += 7) {
            byte next = bytes[at++];
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return at + length;
            }
        }
    }

    /** How many bytes the length of an event takes. */
    static int lengthBytes(int length) {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : 3;
    }

    /** Writes the event that was packed last, after its length, and returns the offset behind it. */
    static int write(EventPacker packed, byte[] bytes, int offset) {
        int at = offset;
        int rest = packed.size();
        while (rest >= 1 << 7) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        System.arraycopy(packed.bytes(), 0, bytes, at, packed.size());
        return at + packed.size();
    }

    /** Adds the event that was packed last. */
    void append(EventPacker packed) {
        int newEnd = end + lengthBytes(packed.size()) + packed.size();
        if (newEnd > bytes.length) {
            bytes = Arrays.copyOf(bytes, newEnd + newEnd / 4);
        }
        last = end;
        end = write(packed, bytes, end);
        count++;
    }

    /** Adds the events, one behind the other, that lie between two offsets. */
    void append(byte[] others, int from, int to) {
        bytes = Arrays.copyOf(bytes, end + to - from);
        System.arraycopy(others, from, bytes, end, to - from);
        for (int offset = end; offset < bytes.length; offset = next(offset)) {
            last = offset;
            count++;
        }
        end = bytes.length;
    }

    /** Whether the event at an offset has the key of the event that was packed last. */
    boolean hasKeyOf(EventPacker packed, int offset) {
        return hasKeyOf(packed, bytes, start(offset), end);
    }

    /** Whether the event at an index, in bytes that end at another, has the key of the event that was packed last. */
    static boolean hasKeyOf(EventPacker packed, byte[] bytes, int at, int end) {
        int from = PackedEvent.keyStart(bytes, at);
        int to = from + packed.keyEnd() - packed.keyStart();
        return to <= end && Arrays.equals(bytes, from, to, packed.bytes(), packed.keyStart(), packed.keyEnd());
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
