package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each event of a canonical topic as a document, with the headers that it is read from, and its data as they came:
 * {@code {_id: capability, entity, source and id, capability, entity, type, knownOn, place, headers, data}}. Of events with the
 * same of these the first counts, as in the stream. Beside them {@code {_id: source and partition, source, tally}}: how many
 * came from each source, and when.
 */
final class StatementProjection implements Projection {

    static final String CAPABILITY = "capability";
    static final String ENTITY = "entity";
    static final String TYPE = "type";
    static final String KNOWN_ON = "knownOn";
    /** {@link StatementPlace}. */
    static final String PLACE = "place";
    static final String HEADERS = "headers";
    static final String DATA = "data";

    private static final String CONTENT_TYPE = "content-type";
    /** What else an event is read from. Other headers may have names that no document's field can have. */
    private static final Pattern ATTRIBUTE = Pattern.compile("ce_[a-z0-9]+");
    private static final Logger LOG = LoggerFactory.getLogger(StatementProjection.class);

    private final EntityKind kind;

    StatementProjection(EntityKind kind) {
        this.kind = kind;
    }

    static String collection(EntityKind kind) {
        return switch (kind) {
            case LINE -> "statements-lines";
            case REFERENCE -> "statements-reference";
            case ORDER -> "statements-orders";
        };
    }

    @Override
    public String name() {
        return collection(kind);
    }

    @Override
    public String topic() {
        return Topics.canonical(kind);
    }

    /** As in the stream, which tells of it as a rejection. */
    @Override
    public boolean partitionedByKey() {
        return true;
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        Event event = CanonicalRecord.read(
                action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                record.value());
        if (event == null || event.statement().entityKind() != kind
                || !Arrays.equals(record.key(), CanonicalRecord.key(event))) {
            // The stream tells what is wrong with it, as a rejection.
            LOG.debug("Passed over a record that is no event in its place: {}-{}-{}", record.topic(),
                    record.partition(), record.offset());
            return List.of();
        }
        var statement = event.statement();
        var id = String.join("\n", statement.capability(), statement.entityId(), event.source(), event.id());
        var source = event.source();
        return List.of(new Change(id, known -> known == null ? document(record, event) : known),
                // One of each partition, for all records of a document must lie in one.
                new Change("\n" + source + "\n" + record.partition(),
                        known -> Tally.counted(known, source, record.timestamp())));
    }

    private static Document document(ConsumerRecord<byte[], byte[]> record, Event event) {
        var headers = new Document();
        record.headers().forEach(header -> {
            var name = header.key().equalsIgnoreCase(CONTENT_TYPE) ? CONTENT_TYPE : header.key();
            if (header.value() != null && (name.equals(CONTENT_TYPE) || ATTRIBUTE.matcher(name).matches())) {
                headers.put(name, new String(header.value(), UTF_8));
            }
        });
        return new Document(CAPABILITY, event.statement().capability()).append(ENTITY, event.statement().entityId())
                .append(TYPE, event.statement().type().cloudEventsType()).append(KNOWN_ON, event.knownOn().toString())
                .append(PLACE, StatementPlace.of(event)).append(HEADERS, headers)
                .append(DATA, new Binary(record.value()));
    }

    /** Since the second, documents have a place. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(CAPABILITY, ENTITY)),
                new IndexModel(Indexes.ascending(CAPABILITY, TYPE, KNOWN_ON)),
                new IndexModel(Indexes.ascending(CAPABILITY, PLACE)),
                new IndexModel(Indexes.ascending(Tally.SOURCE), new IndexOptions().sparse(true)));
    }
}
