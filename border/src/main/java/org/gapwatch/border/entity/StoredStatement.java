package org.gapwatch.border.entity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bson.Document;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
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

    /** The event it was accepted as. Its size was checked then, and is not again. */
    Event event() {
        Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", source, "ce_type", type,
                "ce_time", time);
        Event event = CanonicalRecord.read(
                action -> headers.forEach((name, text) -> action.accept(name, text.getBytes(StandardCharsets.UTF_8))),
                data.getBytes(StandardCharsets.UTF_8));
        if (event == null) {
            throw new IllegalStateException("The event " + source + " " + id + " was accepted and now is not.");
        }
        return event;
    }
}
