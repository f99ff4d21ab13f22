package org.gapwatch.alerts.stream.publication;

import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Why;
import tools.jackson.core.JsonGenerator;

/** The head of a measure in the gaps topic. */
final class GapJson {

    private GapJson() {
    }

    /** Today's state, what lies ahead, and why. */
    static byte[] head(Assessment assessment, MeasureAssessment measure) {
        return Json.object(json -> {
            Json.text(json, "capability", assessment.capability());
            Json.text(json, "measure", measure.measure());
            Json.text(json, "firstDay", assessment.firstDay());
            Json.gap(json, assessment.asOf(), measure.figures());
            Json.text(json, "trend", measure.trend());
            Json.text(json, "level", measure.level());
            Alert active = measure.activeAlert();
            Json.text(json, "severity", active == null ? null : active.severity());
            Json.text(json, "alertId", active == null ? null : active.id(assessment.capability(), measure.measure()));
            Json.outlook(json, measure.measure(), measure.figures());
            json.writeArrayPropertyStart("ahead");
            measure.ahead().forEach(month -> month(json, month));
            json.writeEndArray();
            Why why = measure.why();
            if (why != null) {
                why(json, why);
            }
        });
    }

    private static void month(JsonGenerator json, AheadMonth ahead) {
        json.writeStartObject();
        Json.text(json, "month", ahead.month());
        switch (ahead) {
            case AheadMonth.Coverage coverage -> {
                Json.number(json, "due", coverage.due());
                Json.number(json, "cumulativeDue", coverage.cumulativeDue());
                Json.number(json, "capacity", coverage.capacity());
                Json.number(json, "cumulativeSupply", coverage.cumulativeSupply());
            }
            case AheadMonth.Output output -> {
                Json.number(json, "own", output.own());
                Json.number(json, "reference", output.reference());
            }
        }
        json.writeEndObject();
    }

    private static void why(JsonGenerator json, Why why) {
        json.writeObjectPropertyStart("why");
        Json.text(json, "month", why.month());
        Json.text(json, "since", why.since());
        Json.number(json, "total", why.total());
        json.writeArrayPropertyStart("parts");
        for (Why.Part part : why.parts()) {
            json.writeStartObject();
            Json.text(json, "cause", part.cause());
            Json.number(json, "amount", part.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
