package org.gapwatch.faults.load;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * Something that is published, good or bad. Its data bear its tag in {@code note}, by which it is found again wherever it
 * goes.
 *
 * @param tag a name of its content; what is published twice has the same
 * @param fate what must become of it
 * @param type the CloudEvents type
 * @param source the CloudEvents source
 * @param id the CloudEvents id
 * @param time the CloudEvents time
 * @param data the data, as JSON or something like it
 * @param kind the entity it is about, which decides who takes it
 * @param event what it says; null where it is none
 */
public record Publication(String tag, Fate fate, String type, String source, String id, String time, String data,
        EntityKind kind, @Nullable Event event) {

    /** What must become of a publication. */
    public enum Fate {
        /** It is accepted. */
        ACCEPTED,
        /** It is accepted, but not by a service whose clock is behind. */
        AHEAD,
        /** It is rejected. */
        REJECTED,
        /** It is rejected, but not by a service whose clock is ahead. */
        FAR_AHEAD,
        /** Its id is used for two contents: one of them is accepted, the other rejected. */
        EITHER
    }

    /** Whether procurement-service takes it; else it is for production-service. */
    public boolean forProcurement() {
        return kind == EntityKind.ORDER;
    }

    /** The headers of binary mode, by CloudEvents attribute. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id);
        attributes.put("source", source);
        attributes.put("type", type);
        attributes.put("time", time);
        return attributes;
    }

    /** As one JSON object. */
    public byte[] structured() {
        StringBuilder json = new StringBuilder("{");
        attributes().forEach((name, value) -> json.append('"').append(name).append("\":\"").append(value)
                .append("\","));
        return bytes(json.append("\"data\":").append(data).append('}').toString());
    }

    /** The data alone. */
    public byte[] binary() {
        return bytes(data);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
