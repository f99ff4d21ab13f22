package org.gapwatch.alerts.stream.state;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gapwatch.alerts.number.Amount;

/** Reads what {@link RowWriter} wrote. */
final class RowReader {

    private final byte[] bytes;
    private int position;

    RowReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[position++];
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(unsigned());
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[position++] & 0xFF;
        }
        return value;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(signed());
    }

    String text() {
        int length = count();
        var text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    /** Text of which a beginning is shared with another text. */
    String text(String before) {
        int shared = count();
        int rest = count();
        if (rest == 0) {
            return shared == before.length() ? before : before.substring(0, shared);
        }
        var text = new String(bytes, position, rest, StandardCharsets.UTF_8);
        position += rest;
        return shared == 0 ? text : before.substring(0, shared) + text;
    }

    Amount amount() {
        int length = count();
        var amount = Amount.of(new BigInteger(bytes, position, length));
        position += length;
        return amount;
    }

    /** The index of what is read next. */
    int position() {
        return position;
    }

    void skip(int octets) {
        position += octets;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    /** Reads the version with which every row's value begins. */
    RowReader version(int known) {
        int version = octet();
        if (version != known) {
            throw new IllegalStateException("A changelog row has version " + version + "; this release reads "
                    + known + ". A newer release wrote it: start that one, or process the canonical topics anew"
                    + " under another application id (docs/operations.md)");
        }
        return this;
    }
}
