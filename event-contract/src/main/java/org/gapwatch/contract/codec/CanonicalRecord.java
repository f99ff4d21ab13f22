package org.gapwatch.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What the names of headers that bear attributes begin with. */
    static final String PREFIX = "ce_";

    private static final String DATACONTENTTYPE = "datacontenttype";

    /** The names of headers by attribute, for all that CloudEvents defines; and the other way round. */
    private static final Map<String, String> HEADERS = Stream
            .of("specversion", "id", "source", "type", "time", DATACONTENTTYPE, "dataschema", "subject")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), PREFIX::concat));
    private static final Map<String, String> ATTRIBUTES = HEADERS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

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
        accepted.attributes().forEachUtf8((name, text) -> {
            if (!name.equals(DATACONTENTTYPE)) {
                String header = HEADERS.get(name);
                sink.accept(header == null ? PREFIX + name : header, text);
            }
        });
        String contentType = accepted.attributes().getOrDefault(DATACONTENTTYPE, ContentTypes.JSON);
        sink.accept("content-type", contentType.getBytes(StandardCharsets.US_ASCII));
    }

    /** The name of the attribute that a header with the prefix bears; the same object for each known one. */
    static String attribute(String header) {
        String known = ATTRIBUTES.get(header);
        return known == null ? header.substring(PREFIX.length()) : known;
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
