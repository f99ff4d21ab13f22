package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.alerts.published.PublishedJson;
import org.gapwatch.service.projection.Change;
import org.gapwatch.service.projection.Projection;
import org.gapwatch.service.topics.TopicSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Each record of the gaps topic as a document of the same key: {@code {_id: "capability:MEASURE", json, head: true}} and
 * {@code {_id: "capability:MEASURE:YYYY", json}}.
 */
@Component
class GapProjection implements Projection {

    static final String COLLECTION = "gaps";
    static final String JSON = "json";
    /** The field that marks what is today's state, not a year's series. */
    static final String HEAD = "head";

    private static final Logger LOG = LoggerFactory.getLogger(GapProjection.class);

    private final String topic;

    GapProjection(TopicSettings topics) {
        this.topic = topics.capabilityGaps();
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public List<Change> changes(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            LOG.warn("Passed over a record without a key: {}-{}-{}", topic, record.partition(), record.offset());
            return List.of();
        }
        var key = new String(record.key(), UTF_8);
        if (record.value() == null) {
            return List.of(Change.remove(key));
        }
        try {
            var document = new Document(JSON, new String(record.value(), UTF_8));
            if (!PublishedJson.scalars(record.value(), Set.of("year")).containsKey("year")) {
                document.put(HEAD, true);
            }
            return List.of(Change.replace(key, document));
        } catch (IllegalArgumentException | JacksonException e) {
            LOG.warn("Passed over a record that is not a gap: {}-{}-{} {}", topic, record.partition(), record.offset(),
                    key, e);
            return List.of();
        }
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(HEAD),
                new IndexOptions().sparse(true)));
    }
}
