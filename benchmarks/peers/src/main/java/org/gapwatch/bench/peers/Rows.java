package org.gapwatch.bench.peers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Rows one behind the other in one array, each after its length. */
final class Rows {

    private Rows() {
    }

    static byte[] of(byte[] row) {
        return ByteBuffer.allocate(Integer.BYTES + row.length).putInt(row.length).put(row).array();
    }

    /** The rows of several arrays in one. */
    static byte[] join(List<byte[]> pieces) {
        ByteBuffer joined = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(joined::put);
        return joined.array();
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
