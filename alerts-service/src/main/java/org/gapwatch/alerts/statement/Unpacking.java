package org.gapwatch.alerts.statement;

import java.nio.charset.StandardCharsets;

/** Reads back what {@link Packing} wrote. */
final class Unpacking {

    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
    }

    int position() {
        return at;
    }

    long number() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            rest |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return rest >>> 1 ^ -(rest & 1);
    }

    int smallNumber() {
        return Math.toIntExact(number());
    }

    String text() {
        int length = smallNumber();
        int from = at;
        at += Math.abs(length);
        return length >= 0
                ? new String(bytes, from, length, StandardCharsets.ISO_8859_1)
                : new String(bytes, from, -length, StandardCharsets.UTF_16BE);
    }

    void skipText() {
        int length = smallNumber();
        at += Math.abs(length);
    }
}
