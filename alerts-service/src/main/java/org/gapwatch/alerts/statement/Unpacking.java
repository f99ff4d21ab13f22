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
        if (length >= 0) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        // By hand: a decoder would replace a lone surrogate.
        char[] characters = new char[-length / 2];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (bytes[from + 2 * i] << 8 | bytes[from + 2 * i + 1] & 0xFF);
        }
        return new String(characters);
    }

    void skipText() {
        int length = smallNumber();
        at += Math.abs(length);
    }
}
