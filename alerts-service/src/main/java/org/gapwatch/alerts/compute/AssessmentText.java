package org.gapwatch.alerts.compute;

import java.io.IOException;
import java.util.List;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Transition;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.alerts.gap.Why;
import org.jspecify.annotations.Nullable;

/**
 * Writes an assessment as JSON. The format is the one in which expected results are exchanged between programs that
 * implement the model, to the blank; nothing in it needs escaping.
 */
final class AssessmentText {

    private final Appendable out;

    AssessmentText(Appendable out) {
        this.out = out;
    }

    void write(Assessment assessment) throws IOException {
        put(quoted(assessment.capability()), ": {");
        String separator = "";
        for (MeasureAssessment measure : assessment.measures()) {
            put(separator, quoted(measure.measure()), ": {");
            write(assessment.capability(), measure);
            put("}");
            separator = ", ";
        }
        put("}");
    }

    private void write(String capability, MeasureAssessment assessment) throws IOException {
        today(assessment.measure(), assessment.figures());
        series(assessment.series());
        put(", \"alerts\": [");
        String separator = "";
        for (Alert alert : assessment.alerts()) {
            put(separator);
            alert(alert.id(capability, assessment.measure()), alert);
            separator = ", ";
        }
        put("]");
        Why why = assessment.why();
        if (why != null) {
            why(why);
        }
    }

    private void today(Measure measure, Figures figures) throws IOException {
        put("\"today\": {\"gap\": ", figures.gap(), ", \"base\": ", figures.base(), ", ",
                quoted(measure.monthField()), ": ", quoted(figures.month()), ", \"extraMonthlyOutput\": ",
                figures.extraMonthlyOutput(), "}");
    }

    private void series(Series series) throws IOException {
        put(", \"series\": [");
        String separator = "";
        for (int i = 0; i < series.size(); i++) {
            if (series.changes(i)) {
                put(separator, "[", quoted(series.day(i)), ", ", series.gap(i), ", ", series.base(i), "]");
                separator = ", ";
            }
        }
        put("]");
    }

    private void alert(String id, Alert alert) throws IOException {
        put("{\"alertId\": ", quoted(id), ", \"openedOn\": ", quoted(alert.openedOn()), ", \"resolvedOn\": ",
                quoted(alert.resolvedOn()), ", \"outcome\": ", quoted(alert.outcome()), ", \"transitions\": [");
        transitions(alert.transitions());
        put("], \"status\": ", quoted(alert.active() ? "ACTIVE" : "RESOLVED"), "}");
    }

    private void transitions(List<Transition> transitions) throws IOException {
        String separator = "";
        for (Transition t : transitions) {
            put(separator, "[", quoted(t.on()), ", ", quoted(t.phase()), ", ", quoted(t.severity()), ", ", t.gap(),
                    ", ",
                    t.base(), "]");
            separator = ", ";
        }
    }

    private void why(Why why) throws IOException {
        put(", \"why\": {\"month\": ", quoted(why.month()), ", \"since\": ", quoted(why.since()), ", \"total\": ",
                why.total(), ", \"parts\": {");
        String separator = "";
        for (Why.Part part : why.parts()) {
            put(separator, quoted(part.cause()), ": ", part.amount());
            separator = ", ";
        }
        put("}}");
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private void put(Object... pieces) throws IOException {
        for (Object piece : pieces) {
            out.append(piece.toString());
        }
    }
}
