package org.gapwatch.alerts.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.action.Acknowledgement;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.Lapse;
import org.gapwatch.alerts.action.Note;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What operators did, as JSON: the same in the actions topic, in the feed and in answers. */
public final class ActionJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ActionJson() {
    }

    /** The JSON of an action. */
    public static byte[] write(Action action) {
        ObjectNode json = JSON.createObjectNode().put("capability", action.subject().capability())
                .put("measure", action.subject().measure().name()).put("revision", action.revision())
                .put("at", action.at().toString());
        json.set("acknowledgement", node(action.acknowledgement()));
        json.set("lapsed", node(action.lapsed()));
        var notes = json.putArray("notes");
        action.notes().forEach(note -> notes.addObject().put("id", note.id()).put("by", note.by())
                .put("at", note.at().toString()).put("text", note.text()));
        json.put("endedAt", action.endedAt() == null ? null : action.endedAt().toString());
        json.putObject("asOf").put("alertsTopic", action.alertsTopic()).put("alertsOffset", action.alertsOffset());
        return JSON.writeValueAsBytes(json);
    }

    private static JsonNode node(@Nullable Acknowledgement acknowledgement) {
        return acknowledgement == null
                ? JSON.nullNode()
                : JSON.createObjectNode().put("by", acknowledgement.by()).put("at", acknowledgement.at().toString())
                        .put("alertId", acknowledgement.alertId()).put("severity", acknowledgement.severity().name())
                        .put("phase", acknowledgement.phase().name());
    }

    private static JsonNode node(@Nullable Lapse lapse) {
        if (lapse == null) {
            return JSON.nullNode();
        }
        ObjectNode json = JSON.createObjectNode().put("at", lapse.at().toString())
                .put("because", lapse.because().name());
        json.set("acknowledgement", node(lapse.acknowledgement()));
        return json;
    }

    /**
     * The action of that JSON.
     *
     * @throws IllegalArgumentException or {@link tools.jackson.core.JacksonException} or
     *             {@link java.time.DateTimeException} where it is none
     */
    public static Action read(byte[] json) {
        JsonNode node = JSON.readTree(json);
        List<Note> notes = new ArrayList<>();
        for (JsonNode note : node.required("notes")) {
            notes.add(new Note(text(note, "id"), text(note, "by"), time(note, "at"), text(note, "text")));
        }
        JsonNode acknowledgement = node.required("acknowledgement");
        JsonNode lapsed = node.required("lapsed");
        JsonNode asOf = node.required("asOf");
        return new Action(new Subject(text(node, "capability"), Measure.valueOf(text(node, "measure"))),
                node.required("revision").asLong(), time(node, "at"), text(asOf, "alertsTopic"),
                asOf.required("alertsOffset").asLong(),
                acknowledgement.isNull() ? null : acknowledgement(acknowledgement),
                lapsed.isNull()
                        ? null
                        : new Lapse(acknowledgement(lapsed.required("acknowledgement")), time(lapsed, "at"),
                                Lapse.Because.valueOf(text(lapsed, "because"))),
                notes, node.required("endedAt").isNull() ? null : time(node, "endedAt"));
    }

    private static Acknowledgement acknowledgement(JsonNode node) {
        return new Acknowledgement(text(node, "by"), time(node, "at"), text(node, "alertId"),
                Severity.valueOf(text(node, "severity")), Phase.valueOf(text(node, "phase")));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(text(node, field));
    }
}
