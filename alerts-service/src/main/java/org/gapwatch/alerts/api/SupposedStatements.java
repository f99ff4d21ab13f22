package org.gapwatch.alerts.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads statements that are supposed: {@code {"statements": [{"type": ..., "on": ..., "data": {...}}]}}. Each is checked as
 * an event that is published, and comes after all that is known on its day.
 */
final class SupposedStatements {

    private static final int MOST = 100;
    private static final String SOURCE = "urn:gapwatch:what-if";
    private static final JsonMapper EXACT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final String capability;
    private final LocalDate today;
    private final List<Event> events = new ArrayList<>();
    private final List<Map<String, String>> problems = new ArrayList<>();

    private SupposedStatements(String capability, LocalDate today) {
        this.capability = capability;
        this.today = today;
    }

    /** The statements as events of a capability; throws what is answered where there is anything wrong with them. */
    static List<Event> read(byte[] body, String capability, LocalDate today) {
        SupposedStatements supposed = new SupposedStatements(capability, today);
        JsonNode statements = statements(body);
        for (int i = 0; i < statements.size(); i++) {
            supposed.read(i, statements.get(i));
        }
        if (!supposed.problems.isEmpty()) {
            var detail = Problems.detail(HttpStatus.UNPROCESSABLE_CONTENT,
                    "Some statements cannot be supposed. Correct what problems tells.");
            detail.setProperty("problems", supposed.problems);
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, detail, null);
        }
        return supposed.events;
    }

    private static JsonNode statements(byte[] body) {
        JsonNode statements;
        try {
            statements = EXACT.readTree(body).path("statements");
        } catch (JacksonException e) {
            throw Problems.exception(HttpStatus.BAD_REQUEST, "The body is not JSON: " + e.getOriginalMessage());
        } catch (NumberFormatException _) {
            throw Problems.exception(HttpStatus.BAD_REQUEST,
                    "The body has a number whose exponent is out of all bounds. Write it out.");
        }
        if (!statements.isArray() || statements.size() > MOST) {
            throw Problems.exception(HttpStatus.BAD_REQUEST,
                    "Give a JSON object with an array \"statements\" of at most "
                            + MOST + ", each with type, data and, if it is not today, on.");
        }
        return statements;
    }

    private void read(int index, JsonNode statement) {
        String pointer = "/statements/" + index;
        LocalDate on = day(pointer, statement.get("on"));
        JsonNode data = statement.path("data");
        if (data instanceof ObjectNode object && !object.has("capability")) {
            object.put("capability", capability);
        }
        if (on == null) {
            return;
        }
        ObjectNode event = EXACT.createObjectNode().put("specversion", "1.0").put("id", String.valueOf(index))
                .put("source", SOURCE).put("time", on + "T23:59:59.999999999Z");
        event.set("type", statement.path("type"));
        event.set("data", data);
        byte[] json;
        try {
            json = EXACT.writeValueAsBytes(event);
        } catch (JacksonException _) {
            // JSON may spell what UTF-8 cannot.
            add(pointer, ProblemCode.LONE_SURROGATE.code(),
                    "A text contains one half of a surrogate pair, which is no character. Leave it out.");
            return;
        }
        switch (EventReader.readStructured(json)) {
            case Reading.Rejected rejected -> rejected.problems().forEach(problem -> add(pointer, problem));
            case Reading.Accepted accepted when !accepted.event().statement().capability().equals(capability) ->
                add(pointer + "/data/capability", "capability-differs",
                        "The address says " + capability + ". Leave the capability out, or say the same.");
            case Reading.Accepted accepted -> events.add(accepted.event());
        }
    }

    private @Nullable LocalDate day(String pointer, @Nullable JsonNode on) {
        if (on == null || on.isNull()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(on.asString(""));
            if (!day.isAfter(today)) {
                return day;
            }
            add(pointer + "/on", "day-ahead",
                    "The day lies after " + today + ", as of which everything is told. Give that "
                            + "day or an earlier one; what a statement says may lie ahead of it.");
        } catch (DateTimeException e) {
            add(pointer + "/on", "not-a-date", "Give a day such as " + today + ".");
        }
        return null;
    }

    private void add(String pointer, Problem problem) {
        add(pointer + problem.pointer(), problem.code().code(), problem.detail());
    }

    private void add(String pointer, String code, String detail) {
        problems.add(Map.of("pointer", pointer, "code", code, "detail", detail));
    }
}
