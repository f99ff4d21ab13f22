package org.gapwatch.alerts.capability;

import java.time.LocalDate;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * One capability: its statements, ledger, series and alerts, kept up to date as events are added in any order. Not safe
 * for use by several threads.
 *
 * <p>
 * What it says is a pure function of the set of events added and of the day asked for (docs/gap-model.md).
 */
public final class Capability {

    private final String code;

    /** A capability of which nothing is known yet. */
    public Capability(String code) {
        this.code = code;
    }

    /** The capability's code. */
    public String code() {
        return code;
    }

    /**
     * Adds an accepted event.
     *
     * @return false where the event was seen before, and so changed nothing
     * @throws IllegalArgumentException where the event is about another capability
     */
    public boolean add(Event event) {
        throw new UnsupportedOperationException("not built yet: " + event);
    }

    /** Whether an event was added since the last assessment. */
    public boolean touched() {
        return false;
    }

    /**
     * What is known as of a day. Costs what changed since the assessment before, from the earliest day touched on;
     * the day may also lie before that of the last assessment.
     *
     * @return null where nothing is known by that day
     */
    public @Nullable Assessment assess(LocalDate today) {
        throw new UnsupportedOperationException("not built yet: " + today);
    }
}
