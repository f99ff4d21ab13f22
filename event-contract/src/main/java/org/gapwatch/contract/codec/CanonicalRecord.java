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
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Reads a canonical record: the same checks as {@link EventReader#readKafka}, with less to remember.
     *
     * @return the event, or null where the record is none; {@link EventReader#readKafka} then tells why
     */
    public static @Nullable Event read(KafkaHeaders headers, byte @Nullable [] value) {
        throw new UnsupportedOperationException("not built yet");
    }
}
