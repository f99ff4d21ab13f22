package org.gapwatch.contract;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The event types, by their CloudEvents {@code type}. Each version of a type is one constant. */
public enum EventType {

    /** A production line opens, or opens anew. */
    LINE_OPENED("org.gapwatch.production.line.opened.v1", EntityKind.LINE),
    /** A line's opening moves. */
    LINE_RESCHEDULED("org.gapwatch.production.line.rescheduled.v1", EntityKind.LINE),
    /** A line's capacity changes. */
    LINE_CAPACITY_CHANGED("org.gapwatch.production.line.capacity-changed.v1", EntityKind.LINE),
    /** A line closes. */
    LINE_CLOSED("org.gapwatch.production.line.closed.v1", EntityKind.LINE),
    /** Another party's output is assessed. */
    OUTPUT_ASSESSED("org.gapwatch.reference.output.assessed.v1", EntityKind.REFERENCE),
    /** An order is placed, or placed anew. */
    ORDER_PLACED("org.gapwatch.procurement.order.placed.v1", EntityKind.ORDER),
    /** An order's schedule is replaced. */
    ORDER_AMENDED("org.gapwatch.procurement.order.amended.v1", EntityKind.ORDER),
    /** A delivery is stated, or stated again. */
    ORDER_DELIVERED("org.gapwatch.procurement.order.delivered.v1", EntityKind.ORDER),
    /** An order is cancelled. */
    ORDER_CANCELLED("org.gapwatch.procurement.order.cancelled.v1", EntityKind.ORDER);

    private static final Map<String, EventType> BY_NAME = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(EventType::cloudEventsType, Function.identity()));

    private final String cloudEventsType;
    private final EntityKind entityKind;

    EventType(String cloudEventsType, EntityKind entityKind) {
        this.cloudEventsType = cloudEventsType;
        this.entityKind = entityKind;
    }

    /** The CloudEvents {@code type}. */
    public String cloudEventsType() {
        return cloudEventsType;
    }

    /** The kind of entity that events of this type are about. */
    public EntityKind entityKind() {
        return entityKind;
    }

    /** The type of that name, or null where there is none. */
    public static @Nullable EventType of(String cloudEventsType) {
        return BY_NAME.get(cloudEventsType);
    }
}
