package org.gapwatch.alerts.gap;

import org.gapwatch.contract.EventType;
import org.jspecify.annotations.Nullable;

/** Why COVERAGE changed, in the order in which causes are told (docs/gap-model.md, "Why a gap changed"). */
public enum Cause {
    ORDERED, AMENDED, DELIVERED, CANCELLED, OPENED, RESCHEDULED, CAPACITY_CHANGED, CLOSED,
    /** Production that was ahead three months ago and no longer is. */
    ELAPSED;

    /** The cause by which events of a type are told; null where they have no part in COVERAGE. */
    public static @Nullable Cause of(EventType type) {
        return switch (type) {
            case ORDER_PLACED -> ORDERED;
            case ORDER_AMENDED -> AMENDED;
            case ORDER_DELIVERED -> DELIVERED;
            case ORDER_CANCELLED -> CANCELLED;
            case LINE_OPENED -> OPENED;
            case LINE_RESCHEDULED -> RESCHEDULED;
            case LINE_CAPACITY_CHANGED -> CAPACITY_CHANGED;
            case LINE_CLOSED -> CLOSED;
            case OUTPUT_ASSESSED -> null;
        };
    }
}
