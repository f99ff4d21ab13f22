package org.gapwatch.alerts.statement;

import java.util.Arrays;

/** Writes numbers and bytes one behind the other, small numbers in few bytes. */
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

    void octet(int octet) {
        ensure(1);
        bytes[size++] = (byte) octet;
    }

    /** The low so many octets of a number, the lowest first. */
    void octets(long number, int octets) {
        ensure(octets);
        for (int i = 0; i < octets; i++) {
            bytes[size++] = (byte) (number >>> 8 * i);
        }
    }

    /** A number of any sign; small ones, also in absolute value, take few bytes. */
    void signed(long number) {
        unsigned(number << 1 ^ number >> 63);
    }

    /** A number that is not negative, or any 64 bits; small ones take few bytes. */
    void unsigned(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A quantity of thousandths, which mostly are whole thousands. */
    void quantity(long thousandths) {
        long whole = thousandths / 1000;
        unsigned(whole * 1000 == thousandths ? whole << 1 : thousandths << 1 | 1);
    }

    /** The characters of a text from an index on, a byte each. */
    void latin1(String text, int from) {
        ensure(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + more));
        }
    }
}
