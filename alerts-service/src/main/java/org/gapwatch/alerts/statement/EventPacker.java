package org.gapwatch.alerts.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import org.gapwatch.contract.fold.MonthAmounts;
import org.gapwatch.contract.fold.OrderAmounts;

/**
 * Packs the events of one capability, and unpacks them; {@link PackedEvent} tells what lies where. Kept is what counts for
 * the model: of a day that a statement is about the month, of a schedule what is due in each month, and of
 * {@code deliveredOn} nothing. Capability and entity id are left out, since they are known from where an event is kept.
 */
final class EventPacker {

    private static final EventType[] TYPES = EventType.values();

    private final String capability;
    private final Map<String, Integer> sourceNumbers = new HashMap<>();
    private final List<String> sources = new ArrayList<>();
    private final PackedText texts = new PackedText();
    private final Packing packing;
    private final Packing name;
    private final Unpacking in;
    private final OrderAmounts schedule;
    private int keyStart;
    private int keyEnd;

    EventPacker(String capability, Scratch scratch) {
        this.capability = capability;
        packing = scratch.packing;
        name = scratch.name;
        in = scratch.in;
        schedule = scratch.schedule;
    }

    /** Packs an entity's id; the bytes can be fetched until the next one is packed. */
    Packing packName(String entity) {
        name.clear();
        texts.pack(entity, "", name);
        return name;
    }

    /** Packs an event; the bytes can be fetched until the next one is packed. */
    void pack(Event event) {
        packing.clear();
        PackedEvent.packHead(event, packing);
        keyStart = packing.size();
        String entity = event.statement().entityId();
        packing.unsigned(sourceNumber(event.source()));
        texts.pack(event.id(), entity, packing);
        keyEnd = packing.size();
        int known = PackedEvent.month(packing.bytes(), 0);
        switch (event.statement()) {
            case LineStatement.Opened s -> packLevel(known, s.on(), s.monthlyCapacity(), s.rampMonths());
            case LineStatement.Rescheduled s -> packMonth(known, s.on());
            case LineStatement.CapacityChanged s -> packLevel(known, s.on(), s.monthlyCapacity(), s.rampMonths());
            case LineStatement.Closed s -> packMonth(known, s.on());
            case ReferenceStatement.Assessed s -> {
                packMonth(known, s.effectiveOn());
                packing.quantity(s.monthlyOutput());
            }
            case OrderStatement.Placed s -> packSchedule(known, s.schedule());
            case OrderStatement.Amended s -> packSchedule(known, s.schedule());
            case OrderStatement.Delivered s -> {
                packing.quantity(s.quantity());
                texts.pack(s.deliveryId(), entity, packing);
            }
            case OrderStatement.Cancelled _ -> {
            }
        }
    }

    /** The bytes of the event packed last, from the beginning of the array on. */
    byte[] bytes() {
        return packing.bytes();
    }

    /** How many bytes the event packed last has. */
    int size() {
        return packing.size();
    }

    /** Where in it its key begins: source and id. Equal keys are equal bytes, and no key is the beginning of another. */
    int keyStart() {
        return keyStart;
    }

    /** Where its key ends. */
    int keyEnd() {
        return keyEnd;
    }

    /** Where the key of the packed event ends that begins at an index. */
    static int keyEnd(byte[] bytes, int from) {
        Unpacking key = new Unpacking().from(bytes, PackedEvent.keyStart(bytes, from));
        key.unsigned();
        PackedText.skip(key);
        return key.position();
    }

    String unpackName(byte[] bytes, int from) {
        return texts.unpack(in.from(bytes, from), "");
    }

    Event unpack(byte[] bytes, int from, String entity) {
        Instant time = PackedEvent.time(bytes, from);
        int known = PackedEvent.month(bytes, from);
        in.from(bytes, PackedEvent.keyStart(bytes, from));
        String source = sources.get(in.count());
        String id = texts.unpack(in, entity);
        return new Event(source, id, time, unpackStatement(TYPES[PackedEvent.type(bytes, from)], known, entity));
    }

    private Statement unpackStatement(EventType type, int known, String entity) {
        return switch (type) {
            case LINE_OPENED ->
                new LineStatement.Opened(entity, capability, unpackMonth(known), in.quantity(), in.count());
            case LINE_RESCHEDULED -> new LineStatement.Rescheduled(entity, capability, unpackMonth(known));
            case LINE_CAPACITY_CHANGED ->
                new LineStatement.CapacityChanged(entity, capability, unpackMonth(known), in.quantity(), in.count());
            case LINE_CLOSED -> new LineStatement.Closed(entity, capability, unpackMonth(known));
            case OUTPUT_ASSESSED -> {
                LocalDate effectiveOn = unpackMonth(known);
                yield new ReferenceStatement.Assessed(entity, capability, in.quantity(), effectiveOn);
            }
            case ORDER_PLACED -> new OrderStatement.Placed(entity, capability, unpackSchedule(known));
            case ORDER_AMENDED -> new OrderStatement.Amended(entity, capability, unpackSchedule(known));
            case ORDER_DELIVERED -> {
                long quantity = in.quantity();
                yield new OrderStatement.Delivered(entity, capability, texts.unpack(in, entity), quantity, day(known));
            }
            case ORDER_CANCELLED -> new OrderStatement.Cancelled(entity, capability);
        };
    }

    private void packLevel(int known, LocalDate on, long monthlyCapacity, int rampMonths) {
        packMonth(known, on);
        packing.quantity(monthlyCapacity);
        packing.unsigned(rampMonths);
    }

    private void packMonth(int known, LocalDate on) {
        packing.signed(MonthAmounts.month(on) - known);
    }

    private LocalDate unpackMonth(int known) {
        return day(known + (int) in.signed());
    }

    private static LocalDate day(int month) {
        return LocalDate.ofEpochDay(Months.firstDay(month));
    }

    private void packSchedule(int known, List<Tranche> tranches) {
        schedule.schedule();
        for (Tranche tranche : tranches) {
            schedule.due(MonthAmounts.month(tranche.dueOn()), tranche.quantity());
        }
        packing.unsigned(schedule.size());
        int before = known;
        for (int i = 0; i < schedule.size(); i++) {
            packing.signed(schedule.month(i) - before);
            packing.quantity(schedule.due(i));
            before = schedule.month(i);
        }
    }

    private List<Tranche> unpackSchedule(int known) {
        Tranche[] tranches = new Tranche[in.count()];
        int month = known;
        for (int i = 0; i < tranches.length; i++) {
            month += (int) in.signed();
            tranches[i] = new Tranche(day(month), in.quantity());
        }
        return List.of(tranches);
    }

    private int sourceNumber(String source) {
        Integer known = sourceNumbers.get(source);
        if (known != null) {
            return known;
        }
        sourceNumbers.put(source, sources.size());
        sources.add(source);
        return sources.size() - 1;
    }
}
