package org.gapwatch.alerts.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which capability is evaluated next. Those with fresh events go first; those that merely need another look, because of a
 * new day, a restart, or what was not told of them, fill the time in between, and get a turn after every few fresh ones, so
 * that steady load does not keep them waiting for ever. Not safe for use by several threads.
 */
final class EvaluationQueue {

    /** No event is waiting that bears the time of its intake. */
    static final long NO_INTAKE = Long.MAX_VALUE;

    /** So many fresh ones are evaluated before one that merely needs another look, while there is one. */
    private static final int FRESH_IN_A_ROW = 4;

    private final Map<String, Long> touched = new LinkedHashMap<>();
    private final Map<String, Long> fresh = new LinkedHashMap<>();
    private final Set<String> stale = new LinkedHashSet<>();
    /** What was evaluated, but not told in full, in the order of evaluation. */
    private final SequencedSet<String> owing = new LinkedHashSet<>();
    /** When each capability was evaluated last. */
    private final Map<String, Long> evaluatedAt = new HashMap<>();
    /** Fresh ones evaluated while others waited, since the last of those. */
    private int freshInARow;

    /**
     * A capability to evaluate.
     *
     * @param intakeAt when the oldest of its events since the last evaluation was taken in, in milliseconds since the
     *            epoch; {@link #NO_INTAKE} where there is none
     * @param anotherLook whether it has its turn because it needs another look, and not for its events
     */
    record Next(String capability, long intakeAt, boolean anotherLook) {
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

    /** Not all is told of a capability that was evaluated: it needs another look later, also without a new event. */
    void owing(String capability) {
        owing.add(capability);
    }

    /**
     * Takes up those touched so far whose last evaluation is at least as long ago as the spacing, and those that something
     * is owed of, after a spacing of their own; times in milliseconds.
     */
    void takeUp(long now, long spacing, long owingSpacing) {
        while (!owing.isEmpty() && isOver(owingSpacing, owing.getFirst(), now)) {
            stale.add(owing.removeFirst());
        }
        for (var each = touched.entrySet().iterator(); each.hasNext();) {
            var waiting = each.next();
            if (isOver(spacing, waiting.getKey(), now)) {
                fresh.merge(waiting.getKey(), waiting.getValue(), Math::min);
                each.remove();
            }
        }
    }

    private boolean isOver(long spacing, String capability, long now) {
        Long at = evaluatedAt.get(capability);
        return at == null || Elapsed.isOver(spacing, at, now);
    }

    /**
     * Whether {@link #next} has one for now.
     *
     * @param looks whether those that merely need another look may have a turn
     */
    boolean hasNext(boolean looks) {
        return !fresh.isEmpty() || looks && !stale.isEmpty();
    }

    /**
     * Removes and returns the next one, which is evaluated now; null where there is none for now.
     *
     * @param looks whether those that merely need another look may have a turn
     */
    @Nullable
    Next next(long now, boolean looks) {
        if (!looks || stale.isEmpty()) {
            freshInARow = 0;
        }
        boolean turnOfLooks = looks && (fresh.isEmpty() || freshInARow == FRESH_IN_A_ROW);
        Next next = turnOfLooks ? nextStale() : nextFresh();
        if (next != null) {
            evaluatedAt.put(next.capability(), now);
            owing.remove(next.capability());
        }
        return next;
    }

    private @Nullable Next nextFresh() {
        var entries = fresh.entrySet().iterator();
        if (!entries.hasNext()) {
            return null;
        }
        var entry = entries.next();
        var next = new Next(entry.getKey(), entry.getValue(), false);
        entries.remove();
        stale.remove(next.capability());
        freshInARow++;
        return next;
    }

    private @Nullable Next nextStale() {
        freshInARow = 0;
        var looks = stale.iterator();
        if (!looks.hasNext()) {
            return null;
        }
        String capability = looks.next();
        looks.remove();
        // It is evaluated with all it has, so its events are settled as well.
        long intakeAt = Math.min(intakeAt(fresh.remove(capability)), intakeAt(touched.remove(capability)));
        return new Next(capability, intakeAt, true);
    }

    private static long intakeAt(@Nullable Long waiting) {
        return waiting == null ? NO_INTAKE : waiting;
    }

    /** How many evaluations are due; one capability may wait for two. */
    int size() {
        return touched.size() + fresh.size() + stale.size();
    }
}
