package org.gapwatch.alerts.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;

/**
 * Packs the events of one capability, and unpacks them. A packed event begins with its key, that is its source (by its
 * number in a list of all) and id; capability and entity id are left out, since they are known from where it is kept.
 * Equal keys are equal bytes, and no key is the beginning of another one.
 */
final class EventPacker {

    private static final EventType[] TYPES = EventType.values();

    private final String capability;
    private final Map<String, Integer> sourceNumbers = new HashMap<>();
    private final List<String> sources = new ArrayList<>();
    private final Packing packing = new Packing();
    private int keySize;

    EventPacker(String capability) {
        this.capability = capability;
    }

    /** Packs an event; the bytes can be fetched until the next one is packed. */
    void pack(Event event) {
        packing.clear();
        packing.number(sourceNumber(event.source()));
        packing.text(event.id());
        keySize = packing.size();
        packing.number(event.time().getEpochSecond());
        packing.number(event.time().getNano());
        packing.number(event.statement().type().ordinal());
        switch (event.statement()) {
            case LineStatement.Opened s -> packLevel(s.on(), s.monthlyCapacity(), s.rampMonths());
            case LineStatement.Rescheduled s -> packDay(s.on());
            case LineStatement.CapacityChanged s -> packLevel(s.on(), s.monthlyCapacity(), s.rampMonths());
            case LineStatement.Closed s -> packDay(s.on());
            case ReferenceStatement.Assessed s -> {
                packDay(s.effectiveOn());
                packing.number(s.monthlyOutput());
            }
            case OrderStatement.Placed s -> packSchedule(s.schedule());
            case OrderStatement.Amended s -> packSchedule(s.schedule());
            case OrderStatement.Delivered s -> {
                packing.text(s.deliveryId());
                packing.number(s.quantity());
                packDay(s.deliveredOn());
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

    /** How many of them are its key. */
    int keySize() {
        return keySize;
    }

    /** Where the key of the packed event ends that begins at an index. */
    static int keyEnd(byte[] bytes, int from) {
        Unpacking in = new Unpacking(bytes, from);
        in.number();
        in.skipText();
        return in.position();
    }

    Event unpack(byte[] bytes, int from, String entity) {
        Unpacking in = new Unpacking(bytes, from);
        String source = sources.get(in.smallNumber());
        String id = in.text();
        Instant time = Instant.ofEpochSecond(in.number(), in.number());
        return new Event(source, id, time, unpackStatement(TYPES[in.smallNumber()], in, entity));
    }

    private Statement unpackStatement(EventType type, Unpacking in, String entity) {
        return switch (type) {
            case LINE_OPENED ->
                new LineStatement.Opened(entity, capability, unpackDay(in), in.number(), in.smallNumber());
            case LINE_RESCHEDULED -> new LineStatement.Rescheduled(entity, capability, unpackDay(in));
            case LINE_CAPACITY_CHANGED ->
                new LineStatement.CapacityChanged(entity, capability, unpackDay(in), in.number(), in.smallNumber());
            case LINE_CLOSED -> new LineStatement.Closed(entity, capability, unpackDay(in));
            case OUTPUT_ASSESSED -> {
                LocalDate effectiveOn = unpackDay(in);
                yield new ReferenceStatement.Assessed(entity, capability, in.number(), effectiveOn);
            }
            case ORDER_PLACED -> new OrderStatement.Placed(entity, capability, unpackSchedule(in));
            case ORDER_AMENDED -> new OrderStatement.Amended(entity, capability, unpackSchedule(in));
            case ORDER_DELIVERED ->
                new OrderStatement.Delivered(entity, capability, in.text(), in.number(), unpackDay(in));
            case ORDER_CANCELLED -> new OrderStatement.Cancelled(entity, capability);
        };
    }

    private void packLevel(LocalDate on, long monthlyCapacity, int rampMonths) {
        packDay(on);
        packing.number(monthlyCapacity);
        packing.number(rampMonths);
    }

    private void packSchedule(List<Tranche> schedule) {
        packing.number(schedule.size());
        for (Tranche tranche : schedule) {
            packDay(tranche.dueOn());
            packing.number(tranche.quantity());
        }
    }

    private static List<Tranche> unpackSchedule(Unpacking in) {
        Tranche[] schedule = new Tranche[in.smallNumber()];
        for (int i = 0; i < schedule.length; i++) {
            schedule[i] = new Tranche(unpackDay(in), in.number());
        }
        return List.of(schedule);
    }

    private void packDay(LocalDate day) {
        packing.number(day.toEpochDay());
    }

    private static LocalDate unpackDay(Unpacking in) {
        return LocalDate.ofEpochDay(in.number());
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
