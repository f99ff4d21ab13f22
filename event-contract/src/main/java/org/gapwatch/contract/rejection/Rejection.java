package org.gapwatch.contract.rejection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.codec.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An event that was not accepted, and why.
 *
 * @param service the service that rejected it
 * @param at when: the broker's time of the record it came in, or the time of the request
 * @param origin where it came from
 * @param source its CloudEvents source, where readable
 * @param id its CloudEvents id, where readable
 * @param problems what was found wrong, at least one
 * @param headers the record's or request's headers that bear attributes, where it came in binary mode
 * @param original the beginning of its value or body
 */
public record Rejection(String service, Instant at, Origin origin, @Nullable String source, @Nullable String id,
        List<Problem> problems, Map<String, String> headers, Excerpt original) {

    /** More headers than this are not kept. */
    public static final int MOST_HEADERS = 40;

    private static final JsonFactory JSON = new JsonFactory();
    /** A stranger decides on the texts written here, and a record must stay far below a topic's limit of 1 MiB. */
    private static final int LONGEST = 512;

    /** Copies the collections. */
    public Rejection {
        problems = List.copyOf(problems);
        headers = Map.copyOf(headers);
    }

    /** The record's value on {@code gapwatch.rejected-events}, and an item of {@code GET /api/rejections}. */
    public byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("service", service);
            json.writeStringProperty("at", at.toString());
            json.writeObjectPropertyStart("origin");
            write(json, origin);
            json.writeEndObject();
            json.writeStringProperty("source", text(source));
            json.writeStringProperty("id", text(id));
            json.writeArrayPropertyStart("problems");
            for (Problem problem : problems) {
                json.writeStartObject();
                json.writeStringProperty("pointer", text(problem.pointer()));
                json.writeStringProperty("code", problem.code().code());
                json.writeStringProperty("detail", text(problem.detail()));
                json.writeEndObject();
            }
            json.writeEndArray();
            if (!headers.isEmpty()) {
                json.writeObjectPropertyStart("headers");
                headers.entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(MOST_HEADERS)
                        .forEach(header -> json.writeStringProperty(text(header.getKey()), text(header.getValue())));
                json.writeEndObject();
            }
            json.writeStringProperty("original", original.text());
            json.writeBooleanProperty("truncated", original.truncated());
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** At most so many characters of a text; a lone surrogate, which is no text in UTF-8, becomes a question mark. */
    private static @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Origin origin) {
        switch (origin) {
            case Origin.Record(String topic, int partition, long offset) -> {
                json.writeStringProperty("topic", topic);
                json.writeNumberProperty("partition", partition);
                json.writeNumberProperty("offset", offset);
            }
            case Origin.Request(String request, int index) -> {
                json.writeStringProperty("request", request);
                json.writeNumberProperty("index", index);
            }
        }
    }
}
