package org.gapwatch.alerts.stream.state;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.gapwatch.alerts.number.Amount;

/** Writes compact binary rows: whole numbers in 7-bit groups, smallest first; text in UTF-8 after its length. */
final class RowWriter {

    private byte[] bytes = new byte[128];
    private int size;

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

    RowWriter amount(Amount amount) {
        return octets(amount.toBigInteger().toByteArray());
    }

    private RowWriter octets(byte[] octets) {
        unsigned(octets.length);
        room(octets.length);
        System.arraycopy(octets, 0, bytes, size, octets.length);
        size += octets.length;
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
