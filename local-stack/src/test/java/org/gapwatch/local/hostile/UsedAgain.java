package org.gapwatch.local.hostile;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gapwatch.local.hostile.Sending.Request;

/** Ids that stand for something already: for what {@link #FIRST} says, which is accepted before any other event is sent. */
final class UsedAgain {

    /** Its number. */
    static final int FIRST_NUMBER = -1;
    static final Kind FIRST = new Kind("Ids used again", "the first event", Outcome.ACCEPTED, List.of(
            n -> new Request(Intake.PROCUREMENT, "", List.of("Content-Type: " + Corpus.STRUCTURED),
                    ByteText.bytes(Sample.own(Sample.ORDER.structured(), n)))));

    private UsedAgain() {
    }

    static List<Kind> kinds() {
        return List.of(
                again("an id for other content", "id-reused", event -> event.replace("EUR", "USD")),
                again("an id for another time", "id-reused", event -> event.replace("TIME", "2026-01-02T03:04:06Z")),
                again("an id for another order", "id-reused", event -> event.replace("ORDER", "another")),
                again("an id for other content that is wrong besides", "field-type",
                        event -> event.replace("\"EUR\"", "7")),
                new Kind(FIRST.section(), "an order under another capability", Outcome.of("capability-differs"),
                        Corpus.structured(n -> ByteText.bytes(Sample.own(elsewhere(Sample.ORDER.structured()), n)))),
                again("all of it, and 25 hours ahead", "capability-differs id-reused time-ahead",
                        event -> elsewhere(event).replace("TIME", "IN 25 HOURS")));
    }

    private static Kind again(String name, String outcome, UnaryOperator<String> change) {
        return new Kind(FIRST.section(), name, Outcome.of(outcome), Corpus.structured(
                _ -> ByteText.bytes(Sample.own(change.apply(Sample.ORDER.structured()), FIRST_NUMBER))));
    }

    private static String elsewhere(String event) {
        return event.replace("ORDER", "O-" + FIRST_NUMBER).replace("hostile.orders", "hostile.elsewhere");
    }
}
