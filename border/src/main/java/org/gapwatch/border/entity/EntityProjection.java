package org.gapwatch.border.entity;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;

/** Puts every event of a canonical topic into its entity's document. */
public final class EntityProjection implements Projection {

    private final EntityCollection entities;

    /** The projection of that collection. */
    public EntityProjection(EntityCollection entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return entities.name();
    }

    @Override
    public String topic() {
        return Topics.canonical(entities.kind());
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        var reading = CanonicalRecord.reading(
                action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                record.value());
        if (!(reading instanceof Reading.Accepted accepted) || isMisplaced(record, accepted)) {
            return List.of();
        }
        String id = EntityDocument.id(accepted.event().statement());
        var statement = StoredStatement.of(accepted);
        var labels = entities.labels(new String(accepted.data(), StandardCharsets.UTF_8));
        return List.of(new Change(id,
                (document, pieces) -> EntityDocument.with(document, accepted.event(), statement, labels, pieces)));
    }

    /** Only the border should write there. */
    @Override
    public boolean partitionedByKey() {
        return true;
    }

    /** What somebody wrote past the border: under another key or on another topic than its entity's other events. */
    private boolean isMisplaced(ConsumerRecord<byte[], byte[]> record, Reading.Accepted accepted) {
        return accepted.event().statement().entityKind() != entities.kind()
                || !Arrays.equals(record.key(), CanonicalRecord.key(accepted.event()));
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(EntityDocument.CAPABILITY, "_id")),
                new IndexModel(Indexes.ascending(EntityDocument.UPDATED, "_id")));
    }
}
