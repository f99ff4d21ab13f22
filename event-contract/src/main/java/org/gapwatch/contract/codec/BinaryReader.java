package org.gapwatch.contract.codec;

import org.jspecify.annotations.Nullable;

/** Reads events in binary mode, whose attributes were put into the draft before. */
final class BinaryReader {

    private static final String DATACONTENTTYPE = "datacontenttype";

    private BinaryReader() {
    }

    /** @param size the bytes of the data, and of the attributes' names with prefix, and values */
    static void read(Draft draft, @Nullable String contentType, byte @Nullable [] data, long size) {
        draft.checkSize(size);
        Envelope envelope = draft.envelope();
        // In binary mode the content type takes the place of datacontenttype; some clients send both.
        if (contentType != null && !contentType.equals(envelope.attributes().get(DATACONTENTTYPE))) {
            envelope.put(DATACONTENTTYPE, contentType);
        }
        draft.attributesAreWhole();
        if (data != null && data.length > 0 && draft.giveData("/data")) {
            draft.readData(data);
        }
    }
}
