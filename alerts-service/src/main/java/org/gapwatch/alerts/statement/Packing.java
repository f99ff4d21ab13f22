package org.gapwatch.alerts.statement;

import java.util.Arrays;

/** Writes numbers and texts in few bytes, one behind the other. */
final class Packing {

    private byte[] bytes = new byte[256];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** A number of any sign; small ones, also in absolute value, take few bytes. */
    void number(long number) {
        ensure(10);
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A text: a byte a character where all are Latin-1, else two; then the length is negative. */
    void text(String text) {
        int length = text.length();
        if (isLatin1(text)) {
            number(length);
            ensure(length);
            for (int i = 0; i < length; i++) {
                bytes[size++] = (byte) text.charAt(i);
            }
        } else {
            number(-2L * length);
            ensure(2 * length);
            for (int i = 0; i < length; i++) {
                bytes[size++] = (byte) (text.charAt(i) >> 8);
                bytes[size++] = (byte) text.charAt(i);
            }
        }
    }

    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + more));
        }
    }
}
