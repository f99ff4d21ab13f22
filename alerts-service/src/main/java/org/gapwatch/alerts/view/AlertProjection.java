package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.IndexModel;
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

/** Each alert as a document: {@code {_id: alertId, json, and the fields that are filtered by}}. */
@Component
class AlertProjection implements Projection {

    static final String COLLECTION = "alerts";
    static final String JSON = "json";
    private static final Set<String> FIELDS = Set.of("capability", "measure", "status", "phase", "severity",
            "openedOn");

    private static final Logger LOG = LoggerFactory.getLogger(AlertProjection.class);

    private final String topic;

    AlertProjection(TopicSettings topics) {
        this.topic = topics.capabilityAlerts();
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
            LOG.warn("Passed over a record without a key: {}-{}", topic, record.offset());
            return List.of();
        }
        var alertId = new String(record.key(), UTF_8);
        if (record.value() == null) {
            return List.of(Change.remove(alertId));
        }
        try {
            var document = new Document();
            document.putAll(PublishedJson.scalars(record.value(), FIELDS));
            document.put(JSON, new String(record.value(), UTF_8));
            return List.of(Change.replace(alertId, document));
        } catch (IllegalArgumentException | JacksonException e) {
            LOG.warn("Passed over a record that is not an alert: {}-{} {}", topic, record.offset(), alertId, e);
            return List.of();
        }
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.compoundIndex(Indexes.descending("openedOn"), Indexes.ascending("_id"))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("openedOn"),
                        Indexes.ascending("_id"))),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("capability"), Indexes.descending("openedOn"),
                        Indexes.ascending("_id"))));
    }
}
