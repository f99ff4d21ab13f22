package org.gapwatch.alerts.view;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.gapwatch.alerts.published.PublishedJson;
import org.gapwatch.service.topics.TopicSettings;
import org.springframework.stereotype.Component;

/** Each alert as a document: {@code {_id: alertId, json, and the fields that are filtered by}}. */
@Component
final class AlertProjection extends PublishedProjection {

    static final String COLLECTION = "alerts";
    private static final Set<String> FIELDS = Set.of("capability", "measure", "status", "phase", "severity",
            "openedOn");

    AlertProjection(TopicSettings topics) {
        super(COLLECTION, topics.capabilityAlerts());
    }

    @Override
    Document fields(byte[] value) {
        var fields = new Document();
        fields.putAll(PublishedJson.scalars(value, FIELDS));
        return fields;
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
