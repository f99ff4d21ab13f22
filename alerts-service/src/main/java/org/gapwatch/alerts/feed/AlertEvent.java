package org.gapwatch.alerts.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.gapwatch.alerts.published.PublishedJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** One record of the alerts topic, serialised once for all clients; what it gives out is not to be changed. */
final class AlertEvent {

    private static final Logger LOG = LoggerFactory.getLogger(AlertEvent.class);
    private static final byte[] BEFORE = "event: alert\ndata: ".getBytes(UTF_8);
    private static final byte[] AFTER = "\n\n".getBytes(UTF_8);

    private final long offset;
    private final String alertId;
    private final boolean active;
    private final byte[] id;
    private final byte[] body;

    AlertEvent(long offset, String alertId, boolean active, byte[] id, byte[] body) {
        this.offset = offset;
        this.alertId = alertId;
        this.active = active;
        this.id = id;
        this.body = body;
    }

    /** The event of a record; null for garbage, which is passed over. */
    static @Nullable AlertEvent of(ConsumerRecord<byte[], byte[]> record, Uuid topic) {
        if (record.key() == null || record.value() == null) {
            LOG.warn("Passed over a record without key or value: {}-{}", record.topic(), record.offset());
            return null;
        }
        var alertId = new String(record.key(), UTF_8);
        try {
            var status = PublishedJson.scalars(record.value(), Set.of("status")).get("status");
            var id = new EventId(topic, record.offset(), Instant.ofEpochMilli(record.timestamp()));
            return new AlertEvent(record.offset(), alertId, "ACTIVE".equals(status),
                    ("id: " + id.text() + "\n").getBytes(UTF_8), body(record.value()));
        } catch (IllegalArgumentException | JacksonException e) {
            LOG.warn("Passed over a record that is not an alert: {}-{} {}", record.topic(), record.offset(), alertId,
                    e);
            return null;
        }
    }

    private static byte[] body(byte[] json) {
        var body = new byte[BEFORE.length + json.length + AFTER.length];
        System.arraycopy(BEFORE, 0, body, 0, BEFORE.length);
        for (int i = 0; i < json.length; i++) {
            // In JSON a line break is nothing but space; in an event it would end the data.
            body[BEFORE.length + i] = json[i] == '\n' || json[i] == '\r' ? (byte) ' ' : json[i];
        }
        System.arraycopy(AFTER, 0, body, BEFORE.length + json.length, AFTER.length);
        return body;
    }

    long offset() {
        return offset;
    }

    /** The record's key. */
    String alertId() {
        return alertId;
    }

    /** Whether the alert is active as of this record. */
    boolean active() {
        return active;
    }

    /** The event's {@code id} line. */
    byte[] id() {
        return id;
    }

    /** The event's other lines, with the empty line that ends it. */
    byte[] body() {
        return body;
    }

    /** How many bytes it is. */
    int size() {
        return id.length + body.length;
    }
}
