package org.gapwatch.alerts.statement;

/** Hashes of bytes for tables with open addressing. */
final class ByteHash {

    private ByteHash() {
    }

    /** Of the bytes from an index up to another. */
    static int of(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /**
     * The slot of a hash in a table of so many slots, a power of two. Ids are mostly counted up, so their hashes lie side
     * by side; the product is spread, and its high bits are.
     */
    static int slot(int hash, int slots) {
        return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(slots - 1);
    }
}
