package org.gapwatch.local.client;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.client.Api.Answer;
import org.gapwatch.local.client.LineResult.LineProblem;
import tools.jackson.databind.JsonNode;

/** Sends events to one service, and reads its answers. */
final class EventSender {

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 60;

    private final Api api;
    private final String path;

    EventSender(Api api, boolean dryRun) {
        this.api = api;
        this.path = dryRun ? "/api/events?dryRun=true" : "/api/events";
    }

    /** The results of the lines, in their order. */
    List<LineResult> send(List<EventLine> lines) throws InterruptedException {
        if (lines.size() == 1) {
            return List.of(sendOne(lines.getFirst()));
        }
        var results = post("application/cloudevents-batch+json", batch(lines)).body().path("results");
        if (results.size() == lines.size()) {
            return results(lines, results);
        }
        // The service could not read the batch as a whole: one line must be at fault, and only that one shall suffer.
        var one = new ArrayList<LineResult>();
        for (var line : lines) {
            one.add(sendOne(line));
        }
        return one;
    }

    private static byte[] batch(List<EventLine> lines) {
        var batch = new ByteArrayOutputStream();
        var before = '[';
        for (var line : lines) {
            batch.write(before);
            batch.writeBytes(line.bytes());
            before = ',';
        }
        batch.write(']');
        return batch.toByteArray();
    }

    private LineResult sendOne(EventLine line) throws InterruptedException {
        var answer = post("application/cloudevents+json", line.bytes());
        return result(line, answer.status(), answer.body());
    }

    private static List<LineResult> results(List<EventLine> lines, JsonNode results) {
        var read = new ArrayList<LineResult>();
        for (var i = 0; i < lines.size(); i++) {
            var result = results.path(i);
            read.add(result(lines.get(i), result.path("status").asInt(0), result));
        }
        return read;
    }

    private static LineResult result(EventLine line, int status, JsonNode answer) {
        if (status >= 200 && status < 300) {
            return new LineResult(line.number(), line.id(), List.of());
        }
        var problems = new ArrayList<LineProblem>();
        for (var problem : answer.path("problems")) {
            problems.add(new LineProblem(problem.path("pointer").asString(""), problem.path("code").asString(""),
                    problem.path("detail").asString("")));
        }
        if (problems.isEmpty()) {
            problems.add(new LineProblem("", "http-" + status,
                    answer.path("detail").asString("The service gave no reason.")));
        }
        return new LineResult(line.number(), line.id(), problems);
    }

    /** A service that is starting, or whose broker is away, answers 503: the same again, then. */
    private Answer post(String contentType, byte[] body) throws InterruptedException {
        for (var attempt = 1; attempt <= MOST_TRIES; attempt++) {
            var answer = api.post(path, contentType, body);
            if (answer.status() != 503) {
                return answer;
            }
            Thread.sleep(BEFORE_TRYING_AGAIN);
        }
        throw new UsageException(api.address() + " is not ready to take events. Look at "
                + api.address().resolve("/actuator/health/readiness")
                + " and try again: what was sent before is not counted twice.");
    }
}
