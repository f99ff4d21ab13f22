package org.gapwatch.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;

/** Tells in a test what became known when, about one capability. Quantities are whole thousandths. */
public final class Story {

    public static final String CODE = "ammunition.artillery-155mm";

    private final List<Event> events = new ArrayList<>();
    private Instant time = Instant.EPOCH;

    /** What follows is known from this day on, each statement a second after the one before. */
    public Story on(String day) {
        time = Instant.parse(day + "T12:00:00Z");
        return this;
    }

    public Story placed(String order, Tranche... schedule) {
        return say(new OrderStatement.Placed(order, CODE, List.of(schedule)));
    }

    public Story amended(String order, Tranche... schedule) {
        return say(new OrderStatement.Amended(order, CODE, List.of(schedule)));
    }

    public Story delivered(String order, String delivery, long quantity) {
        return say(new OrderStatement.Delivered(order, CODE, delivery, quantity, LocalDate.EPOCH));
    }

    public Story cancelled(String order) {
        return say(new OrderStatement.Cancelled(order, CODE));
    }

    public Story opened(String line, String opensOn, long capacity) {
        return opened(line, opensOn, capacity, 0);
    }

    public Story opened(String line, String opensOn, long capacity, int rampMonths) {
        return say(new LineStatement.Opened(line, CODE, LocalDate.parse(opensOn), capacity, rampMonths));
    }

    public Story rescheduled(String line, String opensOn) {
        return say(new LineStatement.Rescheduled(line, CODE, LocalDate.parse(opensOn)));
    }

    public Story capacityChanged(String line, String effectiveOn, long capacity) {
        return say(new LineStatement.CapacityChanged(line, CODE, LocalDate.parse(effectiveOn), capacity, 0));
    }

    public Story closed(String line, String effectiveOn) {
        return say(new LineStatement.Closed(line, CODE, LocalDate.parse(effectiveOn)));
    }

    public Story assessed(String party, String effectiveOn, long output) {
        return say(new ReferenceStatement.Assessed(party, CODE, output, LocalDate.parse(effectiveOn)));
    }

    public static Tranche due(String on, long quantity) {
        return new Tranche(LocalDate.parse(on), quantity);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** What comes of it as of a day by which something is known. */
    public Assessment asOf(String today) {
        return Objects.requireNonNull(capability().assess(LocalDate.parse(today)));
    }

    public Capability capability() {
        Capability capability = new Capability(CODE);
        events.forEach(capability::add);
        return capability;
    }

    private Story say(Statement statement) {
        time = time.plusSeconds(1);
        events.add(new Event("urn:test", "event-" + (events.size() + 1), time, statement));
        return this;
    }
}
