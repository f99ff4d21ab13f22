package org.gapwatch.alerts.inquiry;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Gauge;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;

/**
 * What would be if more were known: what lies ahead as it was published, plus what the folds of the entities concerned
 * change. Costs what those entities' statements cost, however many others the capability has.
 */
public final class WhatIf {

    /** What names an event of an entity. */
    private record EventName(String source, String id) {
    }

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final int day;
    private final LocalDate today;
    private final Ledger ledger = new Ledger();

    private WhatIf(LocalDate today) {
        this.today = today;
        day = Months.day(today);
    }

    /**
     * Both measures as they would be.
     *
     * @param today the day of what lies ahead
     * @param coverage what lies ahead for COVERAGE: its cumulative dues are what counts
     * @param output what lies ahead for OUTPUT: both outputs count
     * @param known every event that is known of the entities that are supposed about; of others there may be some
     * @param supposed events of the same capability; what is known only after today does not count
     */
    public static List<Outlook> outlooks(LocalDate today, List<AheadMonth.Coverage> coverage,
            List<AheadMonth.Output> output, Collection<Event> known, Collection<Event> supposed) {
        WhatIf whatIf = new WhatIf(today);
        whatIf.addPresent(coverage, output);
        whatIf.addSupposed(known, supposed);
        return whatIf.read();
    }

    private void addPresent(List<AheadMonth.Coverage> coverage, List<AheadMonth.Output> output) {
        for (AheadMonth.Coverage month : coverage) {
            add(EventType.ORDER_PLACED, month(month), month.due());
        }
        Amount own = Amount.ZERO;
        Amount reference = Amount.ZERO;
        for (AheadMonth.Output month : output) {
            add(EventType.LINE_OPENED, month(month), month.own().minus(own));
            add(EventType.OUTPUT_ASSESSED, month(month), month.reference().minus(reference));
            own = month.own();
            reference = month.reference();
        }
    }

    private static int month(AheadMonth month) {
        return MonthAmounts.month(month.month().atDay(1));
    }

    /** A ledger takes what one entity can change; a sum of many may be more. */
    private void add(EventType type, int month, Amount amount) {
        BigInteger[] parts = amount.toBigInteger().divideAndRemainder(LONGEST);
        for (int i = parts[0].abs().intValueExact(); i > 0; i--) {
            ledger.add(day, type, month, parts[0].signum() * Long.MAX_VALUE);
        }
        ledger.add(day, type, month, parts[1].longValueExact());
    }

    private void addSupposed(Collection<Event> known, Collection<Event> supposed) {
        Map<EntityName, Map<EventName, Event>> with = new LinkedHashMap<>();
        Map<EntityName, Map<EventName, Event>> without = new HashMap<>();
        for (Event event : supposed) {
            with.put(EntityName.of(event), new HashMap<>());
            without.put(EntityName.of(event), new HashMap<>());
        }
        for (Event event : known) {
            addIfKnown(without, event);
            addIfKnown(with, event);
        }
        // One with the source and id of another that is known changes nothing, so these come last.
        supposed.forEach(event -> addIfKnown(with, event));
        with.forEach((entity, events) -> ledger.add(day, type(entity.kind()), fold(entity.kind(), events.values())
                .minus(fold(entity.kind(), without.getOrDefault(entity, Map.of()).values()))));
    }

    private void addIfKnown(Map<EntityName, Map<EventName, Event>> entities, Event event) {
        var events = entities.get(EntityName.of(event));
        if (events != null && !event.knownOn().isAfter(today)) {
            events.putIfAbsent(new EventName(event.source(), event.id()), event);
        }
    }

    private static MonthAmounts fold(EntityKind kind, Collection<Event> events) {
        EntityFold fold = EntityFold.of(kind);
        events.stream().sorted(Event.STATEMENT_ORDER).forEach(event -> fold.apply(event.statement()));
        return fold.amounts();
    }

    /** The ledger asks for the kind of entity only. */
    private static EventType type(EntityKind kind) {
        return switch (kind) {
            case LINE -> EventType.LINE_OPENED;
            case REFERENCE -> EventType.OUTPUT_ASSESSED;
            case ORDER -> EventType.ORDER_PLACED;
        };
    }

    private List<Outlook> read() {
        ledger.standing().moveTo(day);
        return Stream.of(Measure.values()).map(this::read).toList();
    }

    private Outlook read(Measure measure) {
        Gauge gauge = Gauge.of(measure, ledger.standing());
        gauge.read();
        var figures = gauge.figures(Amount.ZERO);
        return new Outlook(measure, figures.gap(), figures.base(), figures.month(), figures.extraMonthlyOutput(),
                gauge.ahead());
    }
}
