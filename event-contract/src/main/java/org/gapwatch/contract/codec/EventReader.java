package org.gapwatch.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads events: the CloudEvents envelope in both modes, and the data of every type. All problems are found at once.
 * Safe for use by several threads.
 */
public final class EventReader {

    /**
     * 64 KiB: a structured event's bytes; of a binary one the bytes of the data and of the headers that bear attributes,
     * prefix included. So a canonical record stays below the 128 KiB that its topic takes, however many attributes a
     * stranger sends: it has some bytes more for each header, and whole numbers that were written with exponents.
     */
    public static final int MAX_EVENT_BYTES = 64 * 1024;
    /** How deep arrays and objects may be nested in a structured event, or in the data of a binary one. */
    public static final int MAX_DEPTH = 32;
    /** How many characters the text of a number may have. */
    public static final int MAX_NUMBER_CHARACTERS = 40;
    /** How many entries the schedule of an order may have. */
    public static final int MAX_SCHEDULE_ENTRIES = 500;
    /** How many events a batch may have. */
    public static final int MAX_BATCH_EVENTS = 1_000;

    private EventReader() {
    }

    /**
     * Reads the value of a Kafka record, in the mode that its content type tells, else a {@code ce_specversion} header,
     * else whether the value has a {@code specversion}.
     */
    public static Reading readKafka(KafkaHeaders headers, byte @Nullable [] value) {
        Draft draft = new Draft(true, true);
        KafkaRecordReader.read(draft, headers, value);
        return draft.reading();
    }

    /**
     * Reads an event in binary mode.
     *
     * @param attributes the CloudEvents attributes by name, without prefix and decoded: {@code id}, {@code source}, ...
     * @param contentType the content type of the data, or null where none is told
     * @param data the data, or null where there are none
     */
    public static Reading readBinary(Map<String, String> attributes, @Nullable String contentType,
            byte @Nullable [] data) {
        Draft draft = new Draft(true, true);
        long size = data == null ? 0 : data.length;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            size += CanonicalRecord.PREFIX.length() + attribute.getKey().length()
                    + attribute.getValue().getBytes(StandardCharsets.UTF_8).length;
            draft.envelope().put(attribute.getKey(), attribute.getValue());
        }
        BinaryReader.read(draft, contentType, data, size);
        return draft.reading();
    }

    /** Reads one event in structured mode: a JSON object with the attributes, and {@code data} or {@code data_base64}. */
    public static Reading readStructured(byte[] json) {
        return readStructured(json, 0, json.length);
    }

    /** Reads a batch: a JSON array of events in structured mode. */
    public static BatchReading readBatch(byte[] json) {
        return BatchReader.read(json);
    }

    static Reading readStructured(byte[] json, int from, int to) {
        Draft draft = new Draft(true, true);
        StructuredReader.read(draft, json, from, to);
        return draft.reading();
    }
}
