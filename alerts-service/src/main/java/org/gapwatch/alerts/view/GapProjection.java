package org.gapwatch.alerts.view;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.gapwatch.alerts.published.PublishedJson;
import org.gapwatch.service.topics.TopicSettings;
import org.springframework.stereotype.Component;

/**
 * Each record of the gaps topic as a document of the same key: {@code {_id: "capability:MEASURE", json, head: true}} and
 * {@code {_id: "capability:MEASURE:YYYY", json}}.
 */
@Component
final class GapProjection extends PublishedProjection {

    static final String COLLECTION = "gaps";
    /** The field that marks what is today's state, not a year's series. */
    static final String HEAD = "head";

    GapProjection(TopicSettings topics) {
        super(COLLECTION, topics.capabilityGaps());
    }

    @Override
    Document fields(byte[] value) {
        boolean year = PublishedJson.scalars(value, Set.of("year")).containsKey("year");
        return year ? new Document() : new Document(HEAD, true);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(HEAD),
                new IndexOptions().sparse(true)));
    }
}
