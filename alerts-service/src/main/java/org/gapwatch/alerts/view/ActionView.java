package org.gapwatch.alerts.view;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.service.projection.Projected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operators did, as it can be asked for. */
@Component
public class ActionView {

    private final MongoCollection<Document> actions;

    ActionView(MongoDatabase database) {
        this.actions = database.getCollection(ActionProjection.COLLECTION);
    }

    /** The JSON of what was done about each alert that is active, by capability and measure. */
    public List<String> open() {
        var found = actions.find(eq(ActionProjection.OPEN, true)).sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
        return found.stream().map(action -> action.getString(ActionProjection.JSON)).toList();
    }

    /** The JSON of what was done about the alert of a subject that is active or was last; null where there was nothing. */
    public @Nullable String get(Subject subject) {
        var action = Projected.live(actions.find(eq("_id", subject.key())).first());
        return action == null ? null : action.getString(ActionProjection.JSON);
    }
}
