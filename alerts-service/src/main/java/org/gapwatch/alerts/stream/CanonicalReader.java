package org.gapwatch.alerts.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of canonical topics. Only the border writes there, so all of them should be events; what is none, or lies
 * where it does not belong, must not stop the stream nor count.
 */
final class CanonicalReader {

    private CanonicalReader() {
    }

    /** What a record is. */
    sealed interface Content {

        /** An event, in its place. */
        record Valid(Event event) implements Content {
        }

        /** Something else, for these reasons. */
        record Garbage(@Nullable String source, @Nullable String id, List<Problem> problems) implements Content {
        }
    }

    /**
     * Reads a record.
     *
     * @param from where it lies
     * @param partitions how many partitions its topic has
     */
    static Content read(RecordMetadata from, int partitions, Record<byte[], byte[]> canonical) {
        byte[] key = canonical.key();
        byte[] value = canonical.value();
        Headers headers = canonical.headers();
        Event event = CanonicalRecord.read(
                action -> headers.forEach(header -> action.accept(header.key(), header.value())), value);
        if (event == null) {
            Reading reading = EventReader.readKafka(
                    action -> headers.forEach(header -> action.accept(header.key(), header.value())), value);
            return switch (reading) {
                case Reading.Rejected rejected ->
                    new Content.Garbage(rejected.source(), rejected.id(), rejected.problems());
                case Reading.Accepted accepted -> inPlace(from, partitions, key, accepted.event());
            };
        }
        return inPlace(from, partitions, key, event);
    }

    private static Content inPlace(RecordMetadata from, int partitions, byte @Nullable [] key, Event event) {
        byte[] capability = CanonicalRecord.key(event);
        boolean rightKey = Arrays.equals(key, capability);
        boolean rightTopic = from.topic().equals(CanonicalRecord.topic(event));
        int partition = ByCapability.partition(capability, partitions);
        // Elsewhere, another task would take the capability for its own as well.
        boolean rightPartition = from.partition() == partition;
        if (rightKey && rightTopic && rightPartition) {
            return new Content.Valid(event);
        }
        var problems = new ArrayList<Problem>();
        if (!rightKey) {
            problems.add(new Problem("/data/capability", ProblemCode.WRONG_KEY,
                    "The record's key is not the event's capability. Publish the event on an intake topic; only"
                            + " Gapwatch itself writes to this one."));
        }
        if (!rightTopic) {
            problems.add(new Problem("/type", ProblemCode.WRONG_TOPIC,
                    "Events of this type belong on " + CanonicalRecord.topic(event) + ". Publish the event on an"
                            + " intake topic; only Gapwatch itself writes to this one."));
        }
        if (rightKey && !rightPartition) {
            problems.add(new Problem("/data/capability", ProblemCode.WRONG_PARTITION,
                    "Events of this capability belong in partition " + partition + " of " + partitions
                            + ". Publish the event on an intake topic; what copies a canonical topic needs Kafka's"
                            + " default partitioner (murmur2)."));
        }
        return new Content.Garbage(event.source(), event.id(), problems);
    }

    /** When the event was taken in, in milliseconds since the epoch; null where the record does not tell. */
    static @Nullable Long intakeAt(Headers headers) {
        Header header = headers.lastHeader(CanonicalRecord.INTAKE_AT);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return Long.valueOf(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
