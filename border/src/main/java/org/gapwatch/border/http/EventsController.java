package org.gapwatch.border.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.gapwatch.border.submit.NotWrittenException;
import org.gapwatch.border.submit.Outcome;
import org.gapwatch.border.submit.RequestId;
import org.gapwatch.border.submit.Submission;
import org.gapwatch.border.submit.Submissions;
import org.gapwatch.contract.codec.BatchReading;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.rejection.Excerpt;
import org.gapwatch.service.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes CloudEvents over HTTP. Answered when the broker has acknowledged. */
@RestController
class EventsController {

    /** 4 MiB. */
    static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** A batch is held in memory while it is worked on, so there are not any number of them at once. */
    private static final int BATCHES_AT_ONCE = 16;

    private final Submissions submissions;
    private final Semaphore batches = new Semaphore(BATCHES_AT_ONCE);

    EventsController(Submissions submissions) {
        this.submissions = submissions;
    }

    @PostMapping("/api/events")
    ResponseEntity<?> post(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        return switch (EventsMode.of(request)) {
            case STRUCTURED -> {
                byte[] body = LimitedBody.readEvent(request);
                yield single(new Submission(LimitedBody.reading(body, EventReader::readStructured), Map.of(),
                        () -> Excerpt.of(body)), dryRun);
            }
            case BINARY -> single(BinaryRequest.read(request, LimitedBody.readEvent(request)), dryRun);
            case BATCH -> {
                if (!batches.tryAcquire()) {
                    throw new NotWrittenException("Too many batches are being worked on. Send the batch again in a few "
                            + "seconds; nothing of it was read.", null);
                }
                try {
                    yield batch(LimitedBody.read(request, BATCH_BYTES), dryRun);
                } finally {
                    batches.release();
                }
            }
        };
    }

    private ResponseEntity<?> single(Submission submission, boolean dryRun) {
        String request = RequestId.next();
        return EventsAnswer.single(submit(List.of(submission), request, dryRun).getFirst(), request, dryRun);
    }

    private ResponseEntity<?> batch(byte[] body, boolean dryRun) {
        if (body.length > BATCH_BYTES) {
            throw Problems.exception(HttpStatus.CONTENT_TOO_LARGE, "A batch has at most 4 MiB and "
                    + EventReader.MAX_BATCH_EVENTS + " events. Split it; nothing of it was read.");
        }
        String request = RequestId.next();
        return switch (EventReader.readBatch(body)) {
            case BatchReading.Rejected(var problems) -> EventsAnswer.noBatch(problems, request);
            case BatchReading.Events(var items) -> {
                List<Submission> events = items.stream().map(item -> new Submission(item.reading(), Map.of(),
                        () -> Excerpt.of(Arrays.copyOfRange(body, item.from(), item.to())))).toList();
                yield EventsAnswer.batch(submit(events, request, dryRun), request, dryRun);
            }
        };
    }

    private List<Outcome> submit(List<Submission> events, String request, boolean dryRun) {
        return dryRun ? submissions.check(events) : submissions.submit(events, request, true);
    }
}
