package org.gapwatch.contract.codec;

/**
 * A 64-bit hash of JSON values that depends on the value alone: not on the order of an object's fields, nor on how a
 * number or a text is spelled. Its values are kept by nobody for longer than a process lives.
 */
final class ContentHash {

    static final long NULL = 0x6e756c6cL;
    static final long TRUE = 0x74727565L;
    static final long FALSE = 0x66616c7365L;

    private static final long PRIME = 0x100000001b3L;
    private static final long TEXT = 0x9e3779b97f4a7c15L;
    private static final long NUMBER = 0xc2b2ae3d27d4eb4fL;
    private static final long ARRAY = 0x165667b19e3779f9L;
    private static final long OBJECT = 0x27d4eb2f165667c5L;

    private ContentHash() {
    }

    static long text(char[] chars, int offset, int length) {
        long hash = TEXT;
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ chars[i]) * PRIME;
        }
        return mix(hash);
    }

    static long text(String text) {
        return text(text.toCharArray(), 0, text.length());
    }

    /** Hashes a JSON number by its digits without zeros at either end, and the power of ten of the last one. */
    static long number(char[] chars, int offset, int length) {
        int end = offset + length;
        boolean negative = chars[offset] == '-';
        long hash = NUMBER;
        long trailing = 0;
        long scale = 0;
        boolean fraction = false;
        boolean zero = true;
        int i = negative ? offset + 1 : offset;
        for (; i < end && chars[i] != 'e' && chars[i] != 'E'; i++) {
            char c = chars[i];
            if (c == '.') {
                fraction = true;
                continue;
            }
            scale -= fraction ? 1 : 0;
            if (c == '0') {
                trailing += zero ? 0 : 1;
                continue;
            }
            for (; trailing > 0; trailing--) {
                hash = (hash ^ '0') * PRIME;
            }
            zero = false;
            hash = (hash ^ c) * PRIME;
        }
        if (zero) {
            return mix(NUMBER);
        }
        long power = scale + trailing + (i < end ? exponent(chars, i + 1, end) : 0);
        return mix(hash + mix(power) + (negative ? 1 : 0));
    }

    /** Wraps around where it passes 64 bits: all that matters is that equal exponents are equal. */
    private static long exponent(char[] chars, int offset, int end) {
        boolean negative = chars[offset] == '-';
        long result = 0;
        for (int i = negative || chars[offset] == '+' ? offset + 1 : offset; i < end; i++) {
            result = result * 10 + (chars[i] - '0');
        }
        return negative ? -result : result;
    }

    /** What one field adds to the sum of its object's fields; a sum, so that their order does not matter. */
    static long field(long name, long value) {
        return mix(name * PRIME + value);
    }

    static long object(long sumOfFields) {
        return mix(OBJECT + sumOfFields);
    }

    static long array() {
        return ARRAY;
    }

    static long element(long array, long value) {
        return mix(array * PRIME + value);
    }

    static long event(String type, long data) {
        return mix(text(type) * PRIME + data);
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
