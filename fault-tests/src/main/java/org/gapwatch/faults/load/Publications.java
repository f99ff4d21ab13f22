package org.gapwatch.faults.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.gapwatch.alerts.oracle.EventJson;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import org.gapwatch.faults.load.Publication.Fate;

/**
 * A seeded sequence of publications of one publisher, without an end. Times are spread at random over the last
 * {@value #DAYS} days, so nearly every event corrects the past, and alerts are told, withdrawn and told again.
 *
 * <p>
 * Of a hundred, 4 are published again, 3 use an id again for other content, 4 are bad, 2 have a time up to 20 hours ahead, and
 * 2 one so far ahead that just a clock which is a day ahead accepts it.
 */
final class Publications {

    static final int DAYS = 420;
    private static final int CAPABILITIES = 8;
    private static final int LINES = 3;
    private static final int PARTIES = 2;
    private static final int ORDERS = 40;
    private static final int LATEST = 200;
    /** From when on a time is too far ahead also at the end of a long run, and until when for a right clock alone. */
    private static final long FAR_HOURS = 30;
    private static final long TOO_FAR_HOURS = 46;

    private final String publisher;
    private final List<EntityKind> kinds;
    private final SplittableRandom random;
    private final Instant start = Instant.now();
    private final List<Publication> latest = new ArrayList<>();
    private int made;

    Publications(String publisher, List<EntityKind> kinds, SplittableRandom random) {
        this.publisher = publisher;
        this.kinds = kinds;
        this.random = random;
    }

    /** The capabilities that are spoken of. */
    static List<String> capabilities() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CAPABILITIES; i++) {
            codes.add("faults.capability-" + i);
        }
        return codes;
    }

    Publication next() {
        int dice = random.nextInt(100);
        if (latest.size() < LATEST || dice >= 13) {
            Publication good = good();
            if (latest.size() < LATEST) {
                latest.add(good);
            } else {
                latest.set(made % LATEST, good);
            }
            return good;
        }
        if (dice >= 9) {
            return latest.get(random.nextInt(LATEST));
        }
        if (dice >= 6) {
            return contradiction();
        }
        return dice >= 2 ? bad() : farAhead();
    }

    private Publication good() {
        String id = "e-" + made++;
        Statement statement = statement(pick(kinds));
        boolean ahead = random.nextInt(100) < 2;
        Instant time = ahead
                ? start.plusSeconds(1 + random.nextLong(20 * 3_600L))
                : start.minusSeconds(1 + random.nextLong(DAYS * 86_400L));
        return publication(new Event(source(), id, time, statement), ahead ? Fate.AHEAD : Fate.ACCEPTED);
    }

    /** Something that is known by now of a capability. */
    Publication about(String capability) {
        Statement statement = new ReferenceStatement.Assessed("party-0", capability, quantity(600), day());
        return publication(new Event(source(), "e-" + made++, start.minusSeconds(1), statement), Fate.ACCEPTED);
    }

    /** The id of a publication before, with other content: one of the two is accepted. */
    private Publication contradiction() {
        int which = random.nextInt(LATEST);
        Publication before = latest.get(which);
        if (before.fate() != Fate.ACCEPTED) {
            // A clock that is behind would reject both.
            return good();
        }
        Event event = before.event();
        if (event == null) {
            throw new IllegalStateException("Only good ones are remembered");
        }
        latest.set(which, good());
        made++;
        return publication(new Event(event.source(), event.id(), event.time(), statement(before.kind())), Fate.EITHER);
    }

    private Publication bad() {
        Publication good = good();
        return switch (random.nextInt(4)) {
            case 0 -> bad(good, good.type(), good.data().substring(0, good.data().length() - 3));
            case 1 -> bad(good, "org.gapwatch.no.such.type.v1", good.data());
            case 2 -> bad(good, good.type(), good.data().replace("\"capability\":\"", "\"capability\":\"NO "));
            default -> bad(good, good.type(), good.data().replace("\"capability\"", "\"capacity\""));
        };
    }

    private Publication farAhead() {
        Event event = Objects.requireNonNull(good().event());
        Instant time = start.plusSeconds(random.nextLong(FAR_HOURS * 3_600, TOO_FAR_HOURS * 3_600));
        return publication(new Event(event.source(), event.id(), time, event.statement()), Fate.FAR_AHEAD);
    }

    private static Publication bad(Publication good, String type, String data) {
        return new Publication(good.tag(), Fate.REJECTED, type, good.source(), good.id(), good.time(), data,
                good.kind(), null);
    }

    private Publication publication(Event event, Fate fate) {
        String tag = publisher + "-" + made;
        String data = EventJson.data(event).toString();
        // In front, so that what is cut off later bears it still.
        String tagged = "{\"note\":\"#" + tag + "#\"," + data.substring(1);
        return new Publication(tag, fate, event.statement().type().cloudEventsType(), event.source(), event.id(),
                event.time().toString(), tagged, event.statement().entityKind(), event);
    }

    private String source() {
        return "urn:faults:" + publisher;
    }

    private Statement statement(EntityKind kind) {
        String capability = pick(capabilities());
        return switch (kind) {
            case LINE -> line("line-" + random.nextInt(LINES) + "-" + capability, capability);
            case REFERENCE -> new ReferenceStatement.Assessed("party-" + random.nextInt(PARTIES), capability,
                    quantity(600), day());
            case ORDER -> order("order-" + random.nextInt(ORDERS) + "-" + capability, capability);
        };
    }

    private Statement line(String id, String capability) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new LineStatement.Opened(id, capability, day(), quantity(200), random.nextInt(12));
            case 3 -> new LineStatement.Rescheduled(id, capability, day());
            case 4, 5, 6 -> new LineStatement.CapacityChanged(id, capability, day(), quantity(200),
                    random.nextInt(12));
            default -> new LineStatement.Closed(id, capability, day());
        };
    }

    private Statement order(String id, String capability) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new OrderStatement.Placed(id, capability, schedule());
            case 3 -> new OrderStatement.Amended(id, capability, schedule());
            case 4 -> new OrderStatement.Cancelled(id, capability);
            default -> new OrderStatement.Delivered(id, capability, "d-" + random.nextInt(20), quantity(60), day());
        };
    }

    private List<Tranche> schedule() {
        List<Tranche> schedule = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            schedule.add(new Tranche(day(), quantity(300)));
        }
        return schedule;
    }

    /** A day that a statement is about. */
    private LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(random.nextInt(600) - 300L);
    }

    private long quantity(int most) {
        return 1000L * random.nextInt(most) + random.nextInt(1000);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
