package org.gapwatch.alerts.stream.state;

import java.util.function.ToIntFunction;
import org.gapwatch.alerts.episode.Outcome;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.EventType;

/** The numbers by which rows name constants. They are stored for ever: none is ever given another meaning. */
final class Codes {

    private Codes() {
    }

    static int of(EventType type) {
        return switch (type) {
            case LINE_OPENED -> 1;
            case LINE_RESCHEDULED -> 2;
            case LINE_CAPACITY_CHANGED -> 3;
            case LINE_CLOSED -> 4;
            case OUTPUT_ASSESSED -> 5;
            case ORDER_PLACED -> 6;
            case ORDER_AMENDED -> 7;
            case ORDER_DELIVERED -> 8;
            case ORDER_CANCELLED -> 9;
        };
    }

    static int of(EntityKind kind) {
        return switch (kind) {
            case LINE -> 1;
            case REFERENCE -> 2;
            case ORDER -> 3;
        };
    }

    static int of(Measure measure) {
        return switch (measure) {
            case COVERAGE -> 1;
            case OUTPUT -> 2;
        };
    }

    static int of(Phase phase) {
        return switch (phase) {
            case WIDENING -> 1;
            case HOLDING -> 2;
            case NARROWING -> 3;
            case RESOLVED -> 4;
        };
    }

    static int of(Severity severity) {
        return switch (severity) {
            case WATCH -> 1;
            case WARNING -> 2;
            case CRITICAL -> 3;
        };
    }

    static int of(Outcome outcome) {
        return switch (outcome) {
            case CLOSED -> 1;
            case REVERSED -> 2;
            case STABILISED -> 3;
        };
    }

    /** The constant that has a code. */
    static <E extends Enum<E>> E named(int code, E[] constants, ToIntFunction<E> codes) {
        for (E constant : constants) {
            if (codes.applyAsInt(constant) == code) {
                return constant;
            }
        }
        throw new IllegalStateException("A changelog row names " + code + ", which no constant of "
                + constants.getClass().getComponentType().getSimpleName() + " has");
    }
}
