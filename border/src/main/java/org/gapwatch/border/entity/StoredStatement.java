package org.gapwatch.border.entity;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Reading;

/**
 * A statement as it lies in the read model: its attributes and its data as published.
 *
 * @param type the CloudEvents type
 * @param source who published it
 * @param id the publisher's id of it
 * @param time since when it is known, as the publisher wrote it
 * @param data its JSON, as the publisher wrote it
 */
record StoredStatement(String type, String source, String id, String time, String data) {

    static StoredStatement of(Reading.Accepted accepted) {
        Event event = accepted.event();
        return new StoredStatement(event.statement().type().cloudEventsType(), event.source(), event.id(),
                accepted.attributes().getOrDefault("time", event.time().toString()),
                new String(accepted.data(), StandardCharsets.UTF_8));
    }

    static StoredStatement of(Document document) {
        return new StoredStatement(document.getString("type"), document.getString("source"), document.getString("id"),
                document.getString("time"), document.getString("data"));
    }

    Document document() {
        return new Document("type", type).append("source", source).append("id", id).append("time", time).append("data",
                data);
    }

    /** The event it was accepted as. */
    Event event() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id);
        attributes.put("source", source);
        attributes.put("type", type);
        attributes.put("time", time);
        return switch (EventReader.readBinary(attributes, "application/json", data.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Accepted accepted -> accepted.event();
            case Reading.Rejected rejected -> throw new IllegalStateException("The event " + source + " " + id
                    + " was accepted and now is not: " + rejected.problems());
        };
    }
}
