package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The structured form of an event, in which schemas and pointers speak of it, whichever mode it came in (docs/events.md,
 * "Both modes").
 */
final class StructuredForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final String PREFIX = "ce_";
    private static final String DATA = "data";

    private StructuredForm() {
    }

    /** The event as JSON; null where it is none. What of it has no such form is left out, or empty. */
    static @Nullable JsonNode of(Record record) {
        ObjectNode event = JSON.createObjectNode();
        String contentType = null;
        for (Header header : record.headers()) {
            byte[] value = header.value();
            if (header.name().startsWith(PREFIX)) {
                String name = header.name().substring(PREFIX.length());
                if (!event.has(name)) {
                    event.put(name, value == null ? null : new String(value, UTF_8));
                }
            } else if (value != null && header.name().equalsIgnoreCase("content-type")) {
                contentType = new String(value, ISO_8859_1);
            }
        }
        JsonNode value = json(record.value());
        if (!isBinary(event, contentType, value)) {
            return value == null || value.isMissingNode() ? null : value;
        }
        if (contentType != null && !event.has("datacontenttype")) {
            event.put("datacontenttype", contentType);
        }
        if (value == null) {
            event.putObject(DATA);
        } else if (!value.isMissingNode()) {
            event.set(DATA, value);
        }
        return event;
    }

    private static boolean isBinary(ObjectNode attributes, @Nullable String contentType, @Nullable JsonNode value) {
        if (contentType != null && contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/cloudevents")) {
            return false;
        }
        return attributes.has("specversion")
                || !attributes.isEmpty() && (value == null || !value.has("specversion"));
    }

    /** Missing where there is nothing, null where it is no JSON. */
    private static @Nullable JsonNode json(byte @Nullable [] value) {
        byte[] json = value == null ? new byte[0] : value;
        try {
            return JSON.readTree(json);
        } catch (NumberFormatException e) {
            // An exponent beyond all that a decimal can have.
            return inexact(json);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable JsonNode inexact(byte[] json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            return null;
        }
    }
}
