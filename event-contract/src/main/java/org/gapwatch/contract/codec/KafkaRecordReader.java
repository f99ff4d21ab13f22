package org.gapwatch.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads events from Kafka records (docs/events.md, "Both modes"). The mode is told by the content type, else by a
 * {@code ce_specversion} header, else by a {@code specversion} in the value, since command-line clients cannot always
 * set headers.
 */
final class KafkaRecordReader {

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Attribute(String name, byte @Nullable [] value) {
    }

    private final List<Attribute> attributes = new ArrayList<>(8);
    private @Nullable String contentType;
    private boolean specversion;

    private KafkaRecordReader() {
    }

    static void read(Draft draft, KafkaHeaders headers, byte @Nullable [] value) {
        KafkaRecordReader reader = new KafkaRecordReader();
        headers.forEach(reader::header);
        reader.read(draft, value);
    }

    private void header(String key, byte @Nullable [] value) {
        if (key.startsWith(CanonicalRecord.PREFIX)) {
            attributes.add(new Attribute(CanonicalRecord.attribute(key), value));
            specversion |= key.equals("ce_specversion");
        } else if (value != null && key.equalsIgnoreCase("content-type")) {
            contentType = new String(value, StandardCharsets.ISO_8859_1);
        }
    }

    private void read(Draft draft, byte @Nullable [] value) {
        String told = contentType;
        if (told != null && ContentTypes.isCloudEvents(told)) {
            if (ContentTypes.isStructured(told)) {
                structured(draft, value);
            } else {
                draft.problems().add("", ProblemCode.CONTENT_TYPE_NOT_SUPPORTED, "Events of content type "
                        + Problems.quote(told) + " are not read here. Send one event a record, as "
                        + ContentTypes.STRUCTURED + " in UTF-8 or in binary mode.");
            }
        } else if (specversion || (!attributes.isEmpty() && !(value != null && hasSpecversion(value)))) {
            binary(draft, value);
        } else {
            structured(draft, value);
        }
    }

    private static void structured(Draft draft, byte @Nullable [] value) {
        byte[] json = value == null ? new byte[0] : value;
        StructuredReader.read(draft, json, 0, json.length);
    }

    private void binary(Draft draft, byte @Nullable [] value) {
        long size = value == null ? 0 : value.length;
        Envelope envelope = draft.envelope();
        for (Attribute attribute : attributes) {
            byte[] text = attribute.value();
            size += CanonicalRecord.PREFIX.length() + attribute.name().length() + (text == null ? 0 : text.length);
            if (text == null) {
                envelope.putNull(attribute.name());
            } else {
                envelope.put(attribute.name(), text);
            }
        }
        BinaryReader.read(draft, contentType, value, size);
    }

    /** Whether the value is a JSON object that names a specversion. */
    private static boolean hasSpecversion(byte[] value) {
        try (JsonScan scan = new JsonScan(value, 0, value.length, "", new Problems(), false)) {
            JsonParser parser = scan.parser;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (name.equals("specversion")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException _) {
            return false;
        }
        return false;
    }
}
