package org.gapwatch.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event as a record of a canonical topic: binary mode, keyed by capability, attributes, extensions and data
 * as they came.
 */
public final class CanonicalRecord {

    /** When the event came in, in milliseconds since 1970 as decimal text; set by the border for measurements. */
    public static final String INTAKE_AT = "gapwatch-intake-at";

    private static final String DATACONTENTTYPE = "datacontenttype";

    private CanonicalRecord() {
    }

    /** The canonical topic of an event. */
    public static String topic(Event event) {
        return Topics.canonical(event.statement().entityKind());
    }

    /** The record's key: the capability code. */
    public static byte[] key(Event event) {
        return event.statement().capability().getBytes(StandardCharsets.US_ASCII);
    }

    /** Tells all headers but {@link #INTAKE_AT}; the value is {@link Reading.Accepted#data()}. */
    public static void headers(Reading.Accepted accepted, BiConsumer<String, byte[]> sink) {
        accepted.attributes().forEach((name, text) -> {
            if (!name.equals(DATACONTENTTYPE)) {
                sink.accept("ce_" + name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        String contentType = accepted.attributes().getOrDefault(DATACONTENTTYPE, ContentTypes.JSON);
        sink.accept("content-type", contentType.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads a canonical record: the same checks as {@link EventReader#readKafka} but of the size, with less to remember.
     * The size was checked as the event was published, and is another in binary mode.
     *
     * @return the event, or null where the record is none; {@link #reading} then tells why
     */
    public static @Nullable Event read(KafkaHeaders headers, byte @Nullable [] value) {
        Draft draft = new Draft(false, false);
        KafkaRecordReader.read(draft, headers, value);
        return draft.event();
    }

    /** Reads a canonical record with all that {@link EventReader#readKafka} tells of one; its size is not checked. */
    public static Reading reading(KafkaHeaders headers, byte @Nullable [] value) {
        Draft draft = new Draft(true, false);
        KafkaRecordReader.read(draft, headers, value);
        return draft.reading();
    }
}
