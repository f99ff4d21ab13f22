package org.gapwatch.contract.codec;

import static org.gapwatch.contract.codec.Field.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gapwatch.contract.EventType;

/** Which fields the data of an event type have. Others are kept, and not looked at. */
record Shape(Set<Field> required, Set<Field> optional) {

    private static final Map<EventType, Shape> SHAPES = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            SHAPES.put(type, define(type));
        }
    }

    static Shape of(EventType type) {
        return Objects.requireNonNull(SHAPES.get(type));
    }

    boolean has(Field field) {
        return required.contains(field) || optional.contains(field);
    }

    private static Shape define(EventType type) {
        return switch (type) {
            case LINE_OPENED -> requires(LINE_ID, OPENS_ON, MONTHLY_CAPACITY)
                    .allows(RAMP_MONTHS, PRODUCER, SITE, COUNTRY);
            case LINE_RESCHEDULED -> requires(LINE_ID, OPENS_ON).allows(REASON);
            case LINE_CAPACITY_CHANGED -> requires(LINE_ID, EFFECTIVE_ON, MONTHLY_CAPACITY)
                    .allows(RAMP_MONTHS, REASON);
            case LINE_CLOSED -> requires(LINE_ID, EFFECTIVE_ON).allows(REASON);
            case OUTPUT_ASSESSED -> requires(PARTY, MONTHLY_OUTPUT, EFFECTIVE_ON);
            case ORDER_PLACED -> requires(ORDER_ID, SCHEDULE).allows(BUYER, SUPPLIER, VALUE);
            case ORDER_AMENDED -> requires(ORDER_ID, SCHEDULE).allows(REASON);
            case ORDER_DELIVERED -> requires(ORDER_ID, DELIVERY_ID, QUANTITY, DELIVERED_ON);
            case ORDER_CANCELLED -> requires(ORDER_ID).allows(REASON);
        };
    }

    /** Every type requires a capability, and may bear a citation and a note. */
    private static Shape requires(Field... fields) {
        return new Shape(EnumSet.of(CAPABILITY, fields), EnumSet.of(CITATION, NOTE));
    }

    private Shape allows(Field... fields) {
        Set<Field> all = EnumSet.copyOf(optional);
        all.addAll(Set.of(fields));
        return new Shape(required, all);
    }
}
