package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.alerts.gap.Why;
import tools.jackson.core.JsonGenerator;

/** The records of the gaps topic: the head of a measure, and a year of its series. */
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

    /** The first day of the year that the series has, and each day on which gap or base differs from the day before. */
    static byte[] year(String capability, MeasureAssessment measure, int year) {
        Series series = measure.series();
        int from = Math.max(0, series.index(LocalDate.of(year, 1, 1)));
        int to = Math.min(series.size() - 1, series.index(LocalDate.of(year, 12, 31)));
        return Json.object(json -> {
            Json.text(json, "capability", capability);
            Json.text(json, "measure", measure.measure());
            json.writeNumberProperty("year", year);
            Json.text(json, "until", series.day(to));
            json.writeArrayPropertyStart("series");
            for (int i = from; i <= to; i++) {
                if (i == from || series.changes(i)) {
                    json.writeStartArray();
                    json.writeString(series.day(i).toString());
                    Json.number(json, series.gap(i));
                    Json.number(json, series.base(i));
                    json.writeEndArray();
                }
            }
            json.writeEndArray();
        });
    }
}
