package org.gapwatch.contract.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Well-formed UTF-8, as the Unicode standard has it (table 3-7): Jackson's own decoder lets more through. */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {
    }

    /** Whether there are only spaces and what a typewriter prints, which is well-formed and the same in ISO 8859-1. */
    static boolean isPrintableAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < ' ' || each == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first byte that is not part of a well-formed character, or -1. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i <= to - 8 && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                i += 8;
            } else {
                int length = length(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /** How many bytes the character has that begins at an index; 0 where none does. */
    private static int length(byte[] bytes, int i, int to) {
        int first = bytes[i];
        if (first >= 0) {
            return 1;
        }
        first &= 0xff;
        int second = i + 1 < to ? bytes[i + 1] & 0xff : 0;
        if (first >= 0xc2 && first <= 0xdf) {
            return second >= 0x80 && second <= 0xbf ? 2 : 0;
        }
        if (first >= 0xe0 && first <= 0xef) {
            // No overlong forms, and no halves of surrogate pairs.
            int least = first == 0xe0 ? 0xa0 : 0x80;
            int most = first == 0xed ? 0x9f : 0xbf;
            return second >= least && second <= most && continues(bytes, i + 2, to) ? 3 : 0;
        }
        if (first >= 0xf0 && first <= 0xf4) {
            // No overlong forms, and nothing above U+10FFFF.
            int least = first == 0xf0 ? 0x90 : 0x80;
            int most = first == 0xf4 ? 0x8f : 0xbf;
            return second >= least && second <= most && continues(bytes, i + 2, to) && continues(bytes, i + 3, to)
                    ? 4
                    : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int i, int to) {
        return i < to && (bytes[i] & 0xc0) == 0x80;
    }
}
