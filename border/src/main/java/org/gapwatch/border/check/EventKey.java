package org.gapwatch.border.check;

import java.security.SecureRandom;

/**
 * A name in 128 bits, so that the memory's size does not depend on how long publishers' ids are: SipHash-2-4 with a key
 * that is drawn at start, so that an outsider cannot make two names meet.
 *
 * @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">SipHash: a fast short-input PRF</a>
 */
record EventKey(long high, long low) {

    private static final long KEY_0 = new SecureRandom().nextLong();
    private static final long KEY_1 = new SecureRandom().nextLong();

    /** The key of two texts without controls, as CloudEvents {@code source} and {@code id} are. */
    static EventKey of(String first, String second) {
        return sipHash(KEY_0, KEY_1, first, "\n", second);
    }

    static EventKey sipHash(long key0, long key1, String... texts) {
        var hash = new SipHash(key0, key1);
        for (String text : texts) {
            hash.add(text);
        }
        return hash.key();
    }

    /** The 128-bit variant, over UTF-16 code units: four of them make a word of the algorithm, lowest first. */
    private static final class SipHash {

        private long v0;
        private long v1;
        private long v2;
        private long v3;
        private long word;
        private int length;

        SipHash(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                word |= (long) text.charAt(i) << 16 * (length & 3);
                length++;
                if ((length & 3) == 0) {
                    compress();
                }
            }
        }

        EventKey key() {
            // The last word bears the length in octets in its highest octet.
            word |= (long) (2 * length) << 56;
            compress();
            v2 ^= 0xee;
            long high = finish();
            v1 ^= 0xdd;
            return new EventKey(high, finish());
        }

        private void compress() {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
            word = 0;
        }

        private long finish() {
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
