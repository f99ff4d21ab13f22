package org.gapwatch.border.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.border.FrontService;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.springframework.stereotype.Component;

/** Decides on an event that came to the border. Safe for use by several threads. */
@Component
public final class BorderCheck {

    /** How far ahead of its arrival an event's {@code time} may be: clocks differ, and so do readings of a time zone. */
    static final Duration AHEAD = Duration.ofHours(24);

    private final FrontService service;
    private final EventMemory memory;

    BorderCheck(FrontService service, EventMemory memory) {
        this.service = service;
        this.memory = memory;
    }

    /**
     * Decides on events in order, up to the first that has to wait, which is then the last of the verdicts. What is
     * accepted is reserved: the caller settles or releases it.
     */
    public List<Verdict> check(List<Arrival> arrivals, Reservations reservations) {
        List<Verdict> verdicts = new ArrayList<>(arrivals.size());
        // Taken once for all: taking turns event by event costs more than the checks do.
        synchronized (memory) {
            for (Arrival arrival : arrivals) {
                Verdict verdict = check(arrival, reservations);
                verdicts.add(verdict);
                if (verdict instanceof Verdict.Wait) {
                    break;
                }
            }
        }
        return verdicts;
    }

    /** Decides on one event, as on several. */
    public Verdict check(Arrival arrival, Reservations reservations) {
        return switch (arrival.reading()) {
            case Reading.Rejected(var source, var id, var problems) -> new Verdict.Reject(source, id, problems);
            case Reading.Accepted accepted ->
                check(accepted, arrival.arrived(), arrival.timeDefaulted(), reservations);
        };
    }

    private Verdict check(Reading.Accepted reading, Instant arrived, boolean timeDefaulted, Reservations reservations) {
        Event event = reading.event();
        List<Problem> problems = new ArrayList<>(0);
        if (!service.kinds().contains(event.statement().entityKind())) {
            problems.add(new Problem("/type", ProblemCode.TYPE_NOT_FOR_THIS_INTAKE,
                    "Events of this type do not go in here. Send " + event.statement().type().cloudEventsType()
                            + " to the other front service; docs/events.md lists which type goes where."));
            return new Verdict.Reject(event.source(), event.id(), problems);
        }
        if (event.time().isAfter(arrived.plus(AHEAD))) {
            problems.add(new Problem("/time", ProblemCode.TIME_AHEAD,
                    "The time " + event.time() + " is more than 24 hours after the event came in (" + arrived
                            + "). Give the time since when the fact is known."));
        }
        // What is rejected in any case reserves nothing, but knows what came before it in the same batch.
        long content = Content.of(reading, timeDefaulted);
        Recall recall = problems.isEmpty()
                ? memory.reserve(event, content, reservations)
                : memory.ask(event, content, reservations);
        return switch (recall) {
            case Recall.Clear(boolean known) when problems.isEmpty() -> new Verdict.Accept(reading, known);
            case Recall.Clear _ -> new Verdict.Reject(event.source(), event.id(), problems);
            case Recall.Conflict conflict -> {
                problems.addAll(problemsOf(conflict, event));
                yield new Verdict.Reject(event.source(), event.id(), problems);
            }
            case Recall.Busy busy -> new Verdict.Wait(busy);
        };
    }

    private static List<Problem> problemsOf(Recall.Conflict conflict, Event event) {
        List<Problem> problems = new ArrayList<>(2);
        if (conflict.idReused()) {
            problems.add(new Problem("/id", ProblemCode.ID_REUSED,
                    "This source has used this id before for an event with other content. Give every event an id of its "
                            + "own, and send an event again only unchanged. To correct an event, publish a new one."));
        }
        if (conflict.otherCapability() != null) {
            String member = switch (event.statement().entityKind()) {
                case LINE -> "lineId";
                case REFERENCE -> "party";
                case ORDER -> "orderId";
            };
            problems.add(new Problem("/data/" + member, ProblemCode.CAPABILITY_DIFFERS,
                    "\"" + event.statement().entityId() + "\" is known under the capability "
                            + conflict.otherCapability() + ". An id stands for one thing: use that capability, or "
                            + "another id."));
        }
        return problems;
    }
}
