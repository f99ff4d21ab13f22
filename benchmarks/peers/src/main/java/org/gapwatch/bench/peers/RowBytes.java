package org.gapwatch.bench.peers;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes that are never changed once written, so that the heap state backend does not copy them for each checkpoint. */
final class RowBytes extends TypeSerializerSingleton<byte[]> {

    static final RowBytes INSTANCE = new RowBytes();
    private static final long serialVersionUID = 1;
    private static final BytePrimitiveArraySerializer BYTES = BytePrimitiveArraySerializer.INSTANCE;

    private RowBytes() {
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public byte[] createInstance() {
        return BYTES.createInstance();
    }

    @Override
    public byte[] copy(byte[] from) {
        return from;
    }

    @Override
    public byte[] copy(byte[] from, byte[] reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(byte[] bytes, DataOutputView target) throws IOException {
        BYTES.serialize(bytes, target);
    }

    @Override
    public byte[] deserialize(DataInputView source) throws IOException {
        return BYTES.deserialize(source);
    }

    @Override
    public byte[] deserialize(byte[] reuse, DataInputView source) throws IOException {
        return BYTES.deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        BYTES.copy(source, target);
    }

    @Override
    public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Made by Flink as it reads a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<byte[]> {

        /** The snapshot of the one instance. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
