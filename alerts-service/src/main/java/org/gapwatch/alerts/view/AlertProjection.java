package org.gapwatch.alerts.view;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.gapwatch.alerts.published.PublishedJson;
import org.gapwatch.service.topics.TopicSettings;
import org.springframework.stereotype.Component;

/** Each alert as a document: {@code {_id: alertId, json, and the fields that are filtered and sorted by}}. */
@Component
final class AlertProjection extends PublishedProjection {

    static final String COLLECTION = "alerts";
    private static final Set<String> FIELDS = Set.of("capability", "measure", "status", "phase", "severity",
            AlertOrder.OPENED.field());

    AlertProjection(TopicSettings topics) {
        super(COLLECTION, topics.capabilityAlerts());
    }

    @Override
    Document fields(byte[] value) {
        var fields = new Document();
        fields.putAll(PublishedJson.scalars(value, FIELDS));
        var changedOn = PublishedJson.scalarsOfLast(value, "transitions", Set.of("on")).get("on");
        if (changedOn != null) {
            fields.put(AlertOrder.CHANGED.field(), changedOn);
        }
        return fields;
    }

    /** Since the second, documents tell when the alert changed. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<IndexModel> indexes() {
        return Stream.of(AlertOrder.values()).flatMap(order -> {
            var inOrder = Indexes.compoundIndex(Indexes.descending(order.field()), Indexes.ascending("_id"));
            return Stream.of(inOrder, Indexes.compoundIndex(Indexes.ascending("status"), inOrder),
                    Indexes.compoundIndex(Indexes.ascending("capability"), inOrder));
        }).map(IndexModel::new).toList();
    }
}
