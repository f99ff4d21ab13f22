package org.gapwatch.alerts.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.service.projection.Projected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alerts as they can be asked for. */
@Component
public class AlertView {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MongoCollection<Document> alerts;

    AlertView(MongoDatabase database) {
        this.alerts = database.getCollection(AlertProjection.COLLECTION);
    }

    /** One page of the alerts asked for. */
    public AlertPage find(AlertQuery query) {
        // One more than asked for tells whether more follow.
        var day = query.order().field();
        var found = alerts.find(filter(query)).sort(Sorts.orderBy(Sorts.descending(day), Sorts.ascending("_id")))
                .limit(query.limit() + 1).into(new ArrayList<>());
        boolean more = found.size() > query.limit();
        var page = more ? found.subList(0, query.limit()) : found;
        return new AlertPage(page.stream().map(alert -> alert.getString(AlertProjection.JSON)).toList(),
                more ? place(page.getLast(), day) : null);
    }

    /** The JSON of one alert, withdrawn or not; null where there never was one. */
    public @Nullable String get(String alertId) {
        var alert = Projected.live(alerts.find(eq("_id", alertId)).first());
        return alert == null ? null : alert.getString(AlertProjection.JSON);
    }

    /** The alerts that were active on a day: from their opening to the day before they were resolved. */
    public List<PastAlert> activeOn(LocalDate day) {
        var active = new ArrayList<PastAlert>();
        alerts.find(and(in("status", AlertStatus.ACTIVE.name(), AlertStatus.RESOLVED.name()),
                lte("openedOn", day.toString()))).forEach(document -> {
                    var alert = JSON.readTree(document.getString(AlertProjection.JSON));
                    var resolvedOn = alert.get("resolvedOn");
                    if (resolvedOn.isNull() || resolvedOn.asString().compareTo(day.toString()) > 0) {
                        active.add(new PastAlert(alert.get("capability").asString(), alert.get("measure").asString(),
                                document.getString("_id"), severity(alert.get("transitions"), day)));
                    }
                });
        return active;
    }

    private static String severity(JsonNode transitions, LocalDate day) {
        var severity = transitions.get(0).get("severity").asString();
        for (var transition : transitions) {
            if (transition.get("on").asString().compareTo(day.toString()) <= 0) {
                severity = transition.get("severity").asString();
            }
        }
        return severity;
    }

    private static Bson filter(AlertQuery query) {
        var filters = new ArrayList<Bson>();
        filters.add(query.status() == null
                ? in("status", AlertStatus.ACTIVE.name(), AlertStatus.RESOLVED.name())
                : eq("status", query.status().name()));
        add(filters, "phase", query.phase());
        add(filters, "severity", query.severity());
        add(filters, "capability", query.capability());
        add(filters, "measure", query.measure());
        var field = query.order().field();
        var after = query.after();
        if (after == null) {
            // A document that an earlier release wrote has no place in each order, until the view is built anew.
            filters.add(exists(field));
        } else {
            var day = after.day().toString();
            filters.add(or(lt(field, day), and(eq(field, day), gt("_id", after.alertId()))));
        }
        return and(filters);
    }

    private static void add(List<Bson> filters, String field, @Nullable Object value) {
        if (value != null) {
            filters.add(eq(field, value.toString()));
        }
    }

    private static AlertQuery.Place place(Document alert, String day) {
        return new AlertQuery.Place(LocalDate.parse(alert.getString(day)), alert.getString("_id"));
    }
}
