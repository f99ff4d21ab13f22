package org.gapwatch.alerts.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.published.ActionJson;
import org.gapwatch.alerts.published.PublishedJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * One record of the alerts or actions topic, serialised once for all clients; what it gives out is not to be changed.
 *
 * @param key the record's
 * @param content what it says
 * @param body the event's lines but for its {@code id}, with the empty line that ends it
 */
record FeedEvent(long offset, Instant writtenAt, String key, Content content, byte[] body) {

    /** Which topic it is of; named as clients know it. */
    enum Kind {
        ALERT("event: alert\ndata: "), ACTION("event: action\ndata: ");

        private final byte[] before;

        Kind(String before) {
            this.before = before.getBytes(UTF_8);
        }
    }

    /** What a record says. */
    sealed interface Content {

        record OfAlert(AlertState state) implements Content {
        }

        record OfAction(Action action) implements Content {
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedEvent.class);
    private static final byte[] AFTER = "\n\n".getBytes(UTF_8);
    private static final Set<String> FIELDS = Set.of("alertId", "capability", "measure", "status", "severity", "phase",
            "news");

    /** The event of a record; null for garbage, which is passed over. */
    static @Nullable FeedEvent of(ConsumerRecord<byte[], byte[]> record, Kind kind) {
        if (record.key() == null || record.value() == null) {
            LOG.warn("Passed over a record without key or value: {}-{}", record.topic(), record.offset());
            return null;
        }
        var key = new String(record.key(), UTF_8);
        try {
            var content = switch (kind) {
                case ALERT -> new Content.OfAlert(alert(record));
                case ACTION -> new Content.OfAction(ActionJson.read(record.value()));
            };
            return new FeedEvent(record.offset(), Instant.ofEpochMilli(record.timestamp()), key, content,
                    body(kind, record.value()));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            LOG.warn("Passed over a record that cannot be read: {}-{} {}", record.topic(), record.offset(), key, e);
            return null;
        }
    }

    private static AlertState alert(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> fields = PublishedJson.scalars(record.value(), FIELDS);
        return new AlertState(field(fields, "alertId"),
                new Subject(field(fields, "capability"), Measure.valueOf(field(fields, "measure"))),
                AlertStatus.valueOf(field(fields, "status")), Severity.valueOf(field(fields, "severity")),
                Phase.valueOf(field(fields, "phase")), field(fields, "news").equals("WORSENED"), record.offset());
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("not an alert: it has no " + name);
        }
        return value;
    }

    private static byte[] body(Kind kind, byte[] json) {
        var body = new byte[kind.before.length + json.length + AFTER.length];
        System.arraycopy(kind.before, 0, body, 0, kind.before.length);
        for (int i = 0; i < json.length; i++) {
            // In JSON a line break is nothing but space; in an event it would end the data.
            body[kind.before.length + i] = json[i] == '\n' || json[i] == '\r' ? (byte) ' ' : json[i];
        }
        System.arraycopy(AFTER, 0, body, kind.before.length + json.length, AFTER.length);
        return body;
    }

    /** Which topic it is of. */
    Kind kind() {
        return content instanceof Content.OfAlert ? Kind.ALERT : Kind.ACTION;
    }

    /** About how many bytes it takes: what an action says is held as objects besides. */
    int size() {
        return kind() == Kind.ALERT ? body.length : 3 * body.length;
    }

    /** Whether it belongs to what a new client is told: an alert that is active, or what was done about one. */
    boolean isCurrent() {
        return switch (content) {
            case Content.OfAlert(var state) -> state.active();
            case Content.OfAction(var action) -> action.isOpen();
        };
    }
}
