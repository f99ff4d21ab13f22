package org.gapwatch.bench.peers;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/** Rows one behind the other in one array, each after its length. */
final class Rows {

    private ByteBuffer bytes = ByteBuffer.allocate(1024);

    void add(byte[] row) {
        int size = Integer.BYTES + row.length;
        if (bytes.remaining() < size) {
            int capacity = Math.max(2 * bytes.capacity(), bytes.position() + size);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), capacity)).position(bytes.position());
        }
        bytes.putInt(row.length).put(row);
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    /** Removes and returns all. */
    byte[] take() {
        byte[] rows = Arrays.copyOf(bytes.array(), bytes.position());
        bytes.clear();
        return rows;
    }

    /** Tells each row of an array. */
    static void read(byte[] rows, Consumer<byte[]> to) {
        for (ByteBuffer rest = ByteBuffer.wrap(rows); rest.hasRemaining();) {
            byte[] row = new byte[rest.getInt()];
            rest.get(row);
            to.accept(row);
        }
    }
}
