package org.gapwatch.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents as BSON, as they come over the wire. */
final class DocumentType extends BasicDataType<Document> {

    private static final int TYPICAL_BYTES = 1024;
    private static final int OBJECT = 48;

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(TYPICAL_BYTES);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(bson.array(), bson.arrayOffset(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        // BSON begins with its length, the only number in the file that is little-endian.
        int length = Integer.reverseBytes(buffer.getInt(buffer.position()));
        ByteBuffer bson = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        Document document = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
        buffer.position(buffer.position() + length);
        return document;
    }

    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    /** Roughly: what is asked for is what a cache may hold. */
    private static int memory(@Nullable Object value) {
        return switch (value) {
            case String text -> OBJECT + text.length();
            case Map<?, ?> fields -> {
                int memory = OBJECT;
                for (Object each : fields.values()) {
                    memory += OBJECT + memory(each);
                }
                yield memory;
            }
            case Collection<?> items -> {
                int memory = OBJECT;
                for (Object each : items) {
                    memory += memory(each);
                }
                yield memory;
            }
            case null, default -> OBJECT;
        };
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
