package org.gapwatch.alerts.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * The id of a server-sent event: how far a client has read in both topics. To clients it is opaque.
 *
 * @param topics the ids of the topics, so that an id of one that was is known as such
 * @param position of the last records that the client has
 * @param writtenBy every later record was written at this time or after: so long as that is within the compaction lag, none
 *            of them was compacted away
 */
record EventId(Topics topics, Position position, Instant writtenBy) {

    private static final int BYTES = 7 * Long.BYTES;
    private static final int LENGTH = (BYTES * 8 + 5) / 6;

    /** The ids that Kafka gave the alerts and the actions topic. */
    record Topics(Uuid alerts, Uuid actions) {
    }

    /** The text form: 75 characters of the URL-safe base 64 alphabet. */
    String text() {
        var bytes = ByteBuffer.allocate(BYTES);
        put(bytes, topics.alerts);
        put(bytes, topics.actions);
        bytes.putLong(position.alerts()).putLong(position.actions()).putLong(writtenBy.toEpochMilli());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void put(ByteBuffer bytes, Uuid uuid) {
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    /** The id of that text form; null where it is none. */
    static @Nullable EventId parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var id = new EventId(new Topics(uuid(bytes), uuid(bytes)), new Position(bytes.getLong(), bytes.getLong()),
                    Instant.ofEpochMilli(bytes.getLong()));
            return id.position.isAtLeast(Position.START) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Uuid uuid(ByteBuffer bytes) {
        return new Uuid(bytes.getLong(), bytes.getLong());
    }

    /** The id as of a later position; each of the times is true of it. */
    EventId at(Position later, Instant laterWrittenBy) {
        return new EventId(topics, later, laterWrittenBy.isAfter(writtenBy) ? laterWrittenBy : writtenBy);
    }
}
