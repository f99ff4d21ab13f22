package org.gapwatch.border.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gapwatch.border.http.EventsAnswer;
import org.gapwatch.border.http.LimitedBody;
import org.gapwatch.border.submit.Outcome;
import org.gapwatch.border.submit.RequestId;
import org.gapwatch.border.submit.Submission;
import org.gapwatch.border.submit.Submissions;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Excerpt;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes an event of what a person states, and submits it. */
@Component
public final class Statements {

    /** The source of an event whose sender gave none. */
    public static final String SOURCE = "urn:gapwatch:rest";

    /** The header whose value becomes the event's id, so that a request may be sent again without harm. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /**
     * What is answered to a statement that was accepted.
     *
     * @param id the event's id
     * @param source the event's source
     */
    public record Accepted(String id, String source) {
    }

    private final Submissions submissions;
    private final Clock clock;

    Statements(Submissions submissions, Clock clock) {
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Submits what a person states.
     *
     * @param type the event's type
     * @param collection the address of the entities, such as {@code /api/orders}; where the entity will be found
     * @param address fields of the event's data that the address says, such as {@code orderId} and {@code capability}
     * @param request with the body, and the {@value #IDEMPOTENCY_KEY} where the event is not one of its own
     * @return 202 with {@code Location}; or a problem: 400 no JSON, 413 too large, 422 not acceptable
     * @throws IOException where the body cannot be read
     */
    public ResponseEntity<?> state(EventType type, String collection, Map<String, String> address,
            HttpServletRequest request) throws IOException {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        byte[] body = LimitedBody.read(request, EventReader.MAX_EVENT_BYTES);
        var stated = StatedBody.of(body, address);
        String time = stated.time() == null ? clock.instant().toString() : stated.time();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", key == null ? UUID.randomUUID().toString() : unquoted(key));
        attributes.put("source", stated.source() == null ? SOURCE : stated.source());
        attributes.put("type", type.cloudEventsType());
        attributes.put("time", time);
        Map<String, String> headers = new LinkedHashMap<>();
        attributes.forEach((name, value) -> headers.put("ce-" + name, value));
        Reading reading = with(stated.problems(),
                EventReader.readBinary(attributes, "application/json", stated.data()));
        var submission = new Submission(reading, stated.time() == null, headers, () -> Excerpt.of(body),
                problem -> PersonsView.of(problem, address.keySet()));

        String requestId = RequestId.next();
        // Known already: the same request again. Its first event counts, with the time that it got.
        return switch (submissions.submit(List.of(submission), requestId, false).getFirst()) {
            case Outcome.Accepted(var event) -> ResponseEntity.accepted().header(RequestId.HEADER, requestId)
                    .location(location(collection, event)).body(new Accepted(event.id(), event.source()));
            case Outcome.Rejected rejected -> EventsAnswer.single(rejected, requestId, false);
        };
    }

    private static URI location(String collection, Event event) {
        return URI.create(collection + "/" + event.statement().capability() + "/" + event.statement().entityId());
    }

    /** The header is a string of structured fields, with quotes; many send it without. */
    private static String unquoted(String key) {
        return key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1)
                : key;
    }

    private static Reading with(List<Problem> problems, Reading reading) {
        if (problems.isEmpty()) {
            return reading;
        }
        List<Problem> all = new ArrayList<>(problems);
        return switch (reading) {
            case Reading.Accepted(var event, _, _, _) -> new Reading.Rejected(event.source(), event.id(), all);
            case Reading.Rejected(var source, var id, var others) -> {
                all.addAll(others);
                yield new Reading.Rejected(source, id, all);
            }
        };
    }
}
