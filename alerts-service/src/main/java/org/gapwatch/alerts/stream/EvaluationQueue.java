package org.gapwatch.alerts.stream;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which capability is evaluated next. Those with fresh events go first; those that merely need another look, because of a
 * new day or a restart, fill the time in between. Not safe for use by several threads.
 */
final class EvaluationQueue {

    /** No event is waiting that bears the time of its intake. */
    static final long NO_INTAKE = Long.MAX_VALUE;

    private final Map<String, Long> touched = new LinkedHashMap<>();
    private final Map<String, Long> fresh = new LinkedHashMap<>();
    private final Set<String> stale = new LinkedHashSet<>();

    /**
     * A capability to evaluate.
     *
     * @param intakeAt when the oldest of its events since the last evaluation was taken in, in milliseconds since the
     *            epoch; {@link #NO_INTAKE} where there is none
     */
    record Next(String capability, long intakeAt) {
    }

    /**
     * A capability has a new event, which was taken in at that time.
     *
     * @return whether the capability was not waiting for that yet
     */
    boolean touch(String capability, long intakeAt) {
        Long before = touched.get(capability);
        if (before == null || intakeAt < before) {
            touched.put(capability, intakeAt);
        }
        return before == null;
    }

    /** All these need another look. */
    void stale(Collection<String> capabilities) {
        stale.addAll(capabilities);
    }

    /** Takes up what was touched so far. */
    void takeUpTouched() {
        touched.forEach((capability, intakeAt) -> fresh.merge(capability, intakeAt, Math::min));
        touched.clear();
    }

    /** Removes and returns the next one; null where there is none for now. */
    @Nullable
    Next next() {
        var entries = fresh.entrySet().iterator();
        if (entries.hasNext()) {
            var entry = entries.next();
            var next = new Next(entry.getKey(), entry.getValue());
            entries.remove();
            stale.remove(next.capability());
            return next;
        }
        var looks = stale.iterator();
        if (looks.hasNext()) {
            String capability = looks.next();
            looks.remove();
            // It is evaluated with all it has, so its touch is settled as well.
            Long intakeAt = touched.remove(capability);
            return new Next(capability, intakeAt == null ? NO_INTAKE : intakeAt);
        }
        return null;
    }

    /** How many evaluations are waiting; one capability may wait for two. */
    int size() {
        return touched.size() + fresh.size() + stale.size();
    }
}
