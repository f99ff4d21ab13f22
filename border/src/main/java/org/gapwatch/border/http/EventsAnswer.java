package org.gapwatch.border.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gapwatch.border.submit.Outcome;
import org.gapwatch.border.submit.ProblemView;
import org.gapwatch.border.submit.RequestId;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What is answered to events, alone or in a batch. */
public final class EventsAnswer {

    private static final Set<ProblemCode> NO_EVENT = EnumSet.of(ProblemCode.EMPTY_EVENT, ProblemCode.NOT_UTF_8,
            ProblemCode.BYTE_ORDER_MARK, ProblemCode.NOT_JSON);

    /**
     * What became of one event.
     *
     * @param index its place in the request
     * @param status 202 accepted, 200 found to be acceptable in a dry run, 422 rejected
     * @param id its id, where readable
     * @param problems why it was rejected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(int index, int status, @Nullable String id, @Nullable List<ProblemView> problems) {
    }

    record Results(List<Result> results) {
    }

    private EventsAnswer() {
    }

    /** What is answered to one event: 202 or 200 with one result, or a problem. */
    public static ResponseEntity<?> single(Outcome outcome, String request, boolean dryRun) {
        return switch (outcome) {
            case Outcome.Accepted _ -> ResponseEntity.status(accepted(dryRun)).header(RequestId.HEADER, request)
                    .body(new Results(List.of(result(0, outcome, dryRun))));
            case Outcome.Rejected(var id, var problems) -> {
                var detail = detail(status(problems), "The event was rejected. Correct what problems tells, and send "
                        + "it again.", problems);
                detail.setProperty("id", id);
                yield problem(detail, request);
            }
        };
    }

    static ResponseEntity<?> batch(List<Outcome> outcomes, String request, boolean dryRun) {
        List<Result> results = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            results.add(result(i, outcomes.get(i), dryRun));
        }
        long rejected = outcomes.stream().filter(Outcome.Rejected.class::isInstance).count();
        if (rejected > 0 && rejected == outcomes.size()) {
            var detail = Problems.detail(HttpStatus.UNPROCESSABLE_CONTENT,
                    "All events were rejected. Correct what results tells, and send them again.");
            detail.setProperty("results", results);
            return problem(detail, request);
        }
        return ResponseEntity.status(rejected > 0 ? HttpStatus.MULTI_STATUS : accepted(dryRun))
                .header(RequestId.HEADER, request).body(new Results(results));
    }

    static ResponseEntity<?> noBatch(List<Problem> problems, String request) {
        boolean tooLarge = problems.stream().anyMatch(problem -> problem.code() == ProblemCode.BATCH_TOO_LARGE);
        return problem(detail(tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                "This is no batch of events; nothing of it was accepted.", problems), request);
    }

    private static Result result(int index, Outcome outcome, boolean dryRun) {
        return switch (outcome) {
            case Outcome.Accepted(var event) -> new Result(index, accepted(dryRun).value(), event.id(), null);
            case Outcome.Rejected(var id, var problems) -> new Result(index,
                    HttpStatus.UNPROCESSABLE_CONTENT.value(), id, ProblemView.of(problems));
        };
    }

    private static HttpStatus accepted(boolean dryRun) {
        return dryRun ? HttpStatus.OK : HttpStatus.ACCEPTED;
    }

    private static HttpStatus status(List<Problem> problems) {
        ProblemCode code = problems.getFirst().code();
        if (code == ProblemCode.EVENT_TOO_LARGE) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return NO_EVENT.contains(code) && problems.getFirst().pointer().isEmpty()
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ProblemDetail detail(HttpStatus status, String sentence, List<Problem> problems) {
        var detail = Problems.detail(status, sentence);
        detail.setProperty("problems", ProblemView.of(problems));
        return detail;
    }

    private static ResponseEntity<?> problem(ProblemDetail detail, String request) {
        return ResponseEntity.status(detail.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(RequestId.HEADER, request).body(detail);
    }
}
