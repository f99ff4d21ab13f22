package org.gapwatch.local.hostile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event on its way. */
sealed interface Sending {

    /** Where it goes in. */
    Intake intake();

    /**
     * A Kafka record.
     *
     * @param partition null for any
     * @param timestamp null for the client's clock
     * @param compression as Kafka names it
     */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Record(Intake intake, byte @Nullable [] key, List<Header> headers, byte @Nullable [] value,
            @Nullable Integer partition, @Nullable Long timestamp, String compression) implements Sending {

        Record(Intake intake, List<Header> headers, byte @Nullable [] value) {
            this(intake, null, headers, value, null, null, "none");
        }

        Record withKey(byte[] other) {
            return new Record(intake, other, headers, value, partition, timestamp, compression);
        }

        Record withPartition(int other) {
            return new Record(intake, key, headers, value, other, timestamp, compression);
        }

        Record withTimestamp(long other) {
            return new Record(intake, key, headers, value, partition, other, compression);
        }

        Record withCompression(String other) {
            return new Record(intake, key, headers, value, partition, timestamp, other);
        }
    }

    /** A header of a Kafka record. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Header(String name, byte @Nullable [] value) {

        static List<Header> of(Map<String, String> headers) {
            return headers.entrySet().stream().map(header -> of(header.getKey(), header.getValue())).toList();
        }

        static Header of(String name, String text) {
            return new Header(name, ByteText.bytes(ByteText.of(text)));
        }
    }

    /** A batch of records in the bytes of Kafka's own format, for what no producer would make. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Batch(Intake intake, byte[] records) implements Sending {
    }

    /**
     * An HTTP request, written to the socket as it is.
     *
     * @param query with its question mark, or empty
     * @param headers whole lines, but for Host and Content-Length
     */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Request(Intake intake, String query, List<String> headers, byte[] body) implements Sending {
    }
}
