package org.gapwatch.alerts.stream.publication;

import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Transition;
import org.gapwatch.alerts.gap.Measure;

/** The record of the alerts topic: the whole alert, so that a reader needs no history. */
final class AlertJson {

    private AlertJson() {
    }

    static byte[] of(String capability, Measure measure, PublishedAlert published, News news) {
        Alert alert = published.alert();
        return Json.object(json -> {
            Json.text(json, "alertId", alert.id(capability, measure));
            Json.text(json, "capability", capability);
            Json.text(json, "measure", measure);
            Json.text(json, "status", published.withdrawn() ? "WITHDRAWN" : alert.active() ? "ACTIVE" : "RESOLVED");
            Json.text(json, "phase", alert.phase());
            Json.text(json, "severity", alert.severity());
            Json.text(json, "openedOn", alert.openedOn());
            Json.text(json, "resolvedOn", alert.resolvedOn());
            Json.text(json, "outcome", alert.outcome());
            Json.gap(json, published.asOf(), alert.figures());
            Json.outlook(json, measure, alert.figures());
            json.writeNumberProperty("revision", published.revision());
            Json.text(json, "news", news);
            json.writeArrayPropertyStart("transitions");
            for (Transition transition : alert.transitions()) {
                json.writeStartObject();
                Json.text(json, "on", transition.on());
                Json.text(json, "phase", transition.phase());
                Json.text(json, "severity", transition.severity());
                Json.number(json, "gap", transition.gap());
                Json.number(json, "base", transition.base());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
