package org.gapwatch.alerts.stream.state;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.gapwatch.alerts.number.Amount;

/** Writes compact binary rows: whole numbers in 7-bit groups, smallest first; text in UTF-8 after its length. */
final class RowWriter {

    private byte[] bytes = new byte[128];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    RowWriter octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** A number whose sign does not matter for its size. */
    RowWriter signed(long value) {
        return unsigned(value << 1 ^ value >> 63);
    }

    RowWriter unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    RowWriter fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >> shift);
        }
        return this;
    }

    RowWriter day(LocalDate day) {
        return signed(day.toEpochDay());
    }

    RowWriter text(String text) {
        return octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Text as how much of its beginning it shares with another text, and the rest. */
    RowWriter text(String before, String text) {
        int shared = shared(before, text);
        unsigned(shared);
        int rest = text.length() - shared;
        // Ids are ASCII nearly always: one byte a character, whose number is told first.
        room(5 + rest);
        int start = size;
        unsigned(rest);
        for (int i = shared; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = start;
                return text(text.substring(shared));
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    private static int shared(String before, String text) {
        int most = Math.min(before.length(), text.length());
        int shared = 0;
        while (shared < most && before.charAt(shared) == text.charAt(shared)) {
            shared++;
        }
        // Half a surrogate pair is no text.
        return shared > 0 && Character.isHighSurrogate(text.charAt(shared - 1)) ? shared - 1 : shared;
    }

    RowWriter amount(Amount amount) {
        return octets(amount.toBigInteger().toByteArray());
    }

    /** Another row after its length. */
    RowWriter row(RowWriter other) {
        return octets(other.bytes, other.size);
    }

    private RowWriter octets(byte[] octets) {
        return octets(octets, octets.length);
    }

    private RowWriter octets(byte[] octets, int length) {
        unsigned(length);
        room(length);
        System.arraycopy(octets, 0, bytes, size, length);
        size += length;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
