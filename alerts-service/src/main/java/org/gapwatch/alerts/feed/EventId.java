package org.gapwatch.alerts.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * The id of a server-sent event: how far a client has read. To clients it is opaque.
 *
 * @param topic the id of the topic, so that an id of a topic that was is known as such
 * @param offset of the last record that the client has
 * @param writtenBy every later record was written at this time or after: so long as that is within the compaction lag, none
 *            of them was compacted away
 */
record EventId(Uuid topic, long offset, Instant writtenBy) {

    private static final int BYTES = 4 * Long.BYTES;
    private static final int LENGTH = (BYTES * 8 + 5) / 6;

    /** The text form: 43 characters of the URL-safe base 64 alphabet. */
    String text() {
        var bytes = ByteBuffer.allocate(BYTES).putLong(topic.getMostSignificantBits())
                .putLong(topic.getLeastSignificantBits()).putLong(offset).putLong(writtenBy.toEpochMilli());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The id of that text form; null where it is none. */
    static @Nullable EventId parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var id = new EventId(new Uuid(bytes.getLong(), bytes.getLong()), bytes.getLong(),
                    Instant.ofEpochMilli(bytes.getLong()));
            return id.offset < -1 ? null : id;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
