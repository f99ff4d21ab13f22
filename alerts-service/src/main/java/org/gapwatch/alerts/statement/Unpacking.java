package org.gapwatch.alerts.statement;

import java.nio.charset.StandardCharsets;

/** Reads back what {@link Packing} wrote; used again and again. */
final class Unpacking {

    private byte[] bytes = {};
    private int at;

    /** Begins to read at an index. */
    Unpacking from(byte[] newBytes, int from) {
        bytes = newBytes;
        at = from;
        return this;
    }

    int position() {
        return at;
    }

    void skip(int octets) {
        at += octets;
    }

    int octet() {
        return bytes[at++];
    }

    long octets(int octets) {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number |= (bytes[at++] & 0xFFL) << 8 * i;
        }
        return number;
    }

    long signed() {
        long number = unsigned();
        return number >>> 1 ^ -(number & 1);
    }

    long unsigned() {
        long number = bytes[at++];
        if (number >= 0) {
            return number;
        }
        number &= 0x7F;
        for (int shift = 7;; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    int count() {
        return Math.toIntExact(unsigned());
    }

    long quantity() {
        long number = unsigned();
        return (number & 1) == 0 ? (number >>> 1) * 1000 : number >>> 1;
    }

    String latin1(int length) {
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }
}
