package org.gapwatch.border.submit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.border.FrontService;
import org.gapwatch.border.check.Arrival;
import org.gapwatch.border.check.BorderCheck;
import org.gapwatch.border.check.EventMemory;
import org.gapwatch.border.check.MemoryRebuild;
import org.gapwatch.border.check.Reservations;
import org.gapwatch.border.check.Verdict;
import org.gapwatch.border.write.BorderMetrics;
import org.gapwatch.border.write.BorderProducers;
import org.gapwatch.contract.codec.Problem;
import org.springframework.stereotype.Component;

/** Checks events that came over HTTP, and writes them. Safe for use by several threads. */
@Component
public final class Submissions {

    private final FrontService service;
    private final BorderCheck check;
    private final EventMemory memory;
    private final MemoryRebuild rebuild;
    private final BorderProducers producers;
    private final BorderMetrics metrics;
    private final Clock clock;

    Submissions(FrontService service, BorderCheck check, EventMemory memory, MemoryRebuild rebuild,
            BorderProducers producers, BorderMetrics metrics, Clock clock) {
        this.service = service;
        this.check = check;
        this.memory = memory;
        this.rebuild = rebuild;
        this.producers = producers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Checks events and writes them: each to its canonical topic or to the rejections.
     *
     * @param request the request's id, for the rejections
     * @param writeKnown whether an event that was accepted before is written again
     * @return what became of each, in order
     * @throws NotWrittenException where the broker has not acknowledged all of it
     */
    public List<Outcome> submit(List<Submission> submissions, String request, boolean writeKnown) {
        Instant now = now();
        List<Arrival> arrivals = arrivals(submissions, now);
        var outcomes = new ArrayList<Outcome>(submissions.size());
        try (var write = new Write(producers.direct(), memory, metrics, service.name(), request, now)) {
            while (outcomes.size() < submissions.size()) {
                for (Verdict verdict : check.check(arrivals.subList(outcomes.size(), arrivals.size()),
                        write.reservations())) {
                    int index = outcomes.size();
                    Verdict decided = decided(verdict, arrivals.get(index), write);
                    outcomes.add(submit(decided, submissions.get(index), index, write, writeKnown));
                }
            }
            write.finish();
        }
        return outcomes;
    }

    private static List<Arrival> arrivals(List<Submission> submissions, Instant now) {
        return submissions.stream()
                .map(submission -> new Arrival(submission.reading(), now, submission.timeDefaulted())).toList();
    }

    private Verdict decided(Verdict first, Arrival arrival, Write write) {
        Verdict verdict = first;
        for (int attempt = 0; verdict instanceof Verdict.Wait(var busy); attempt++) {
            // What we hold ourselves is let go first, so that two requests cannot wait for each other.
            write.finish();
            write.await(busy, attempt);
            verdict = check.check(arrival, write.reservations());
        }
        return verdict;
    }

    private static Outcome submit(Verdict verdict, Submission submission, int index, Write write, boolean writeKnown) {
        return switch (verdict) {
            case Verdict.Accept(var reading, boolean known) -> {
                if (!known || writeKnown) {
                    write.accept(reading, submission.timeDefaulted());
                }
                yield new Outcome.Accepted(reading.event());
            }
            case Verdict.Reject reject -> {
                var problems = told(reject, submission);
                write.reject(reject, problems, submission, index);
                yield new Outcome.Rejected(reject.id(), problems);
            }
            case Verdict.Wait _ -> throw new AssertionError("waited for above");
        };
    }

    /** Checks events as {@link #submit} does, and writes nothing. */
    public List<Outcome> check(List<Submission> submissions) {
        Instant now = now();
        var reservations = new Reservations();
        try {
            List<Verdict> verdicts = check.check(arrivals(submissions, now), reservations);
            var outcomes = new ArrayList<Outcome>(submissions.size());
            for (Verdict verdict : verdicts) {
                outcomes.add(outcome(verdict, submissions.get(outcomes.size())));
            }
            return outcomes;
        } finally {
            memory.release(reservations);
        }
    }

    private static Outcome outcome(Verdict verdict, Submission submission) {
        return switch (verdict) {
            case Verdict.Accept(var reading, _) -> new Outcome.Accepted(reading.event());
            case Verdict.Reject reject -> new Outcome.Rejected(reject.id(), told(reject, submission));
            case Verdict.Wait _ ->
                throw new NotWrittenException("An event that contradicts one of these is being written "
                        + "just now. Send the request again.", null);
        };
    }

    private static List<Problem> told(Verdict.Reject reject, Submission submission) {
        return reject.problems().stream().map(submission.told()).toList();
    }

    private Instant now() {
        if (!rebuild.done()) {
            throw new NotWrittenException("The service is starting and has not yet read the latest accepted events. "
                    + "Send the request again in a few seconds.", null);
        }
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
