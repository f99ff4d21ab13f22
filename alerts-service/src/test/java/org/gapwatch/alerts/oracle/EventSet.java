package org.gapwatch.alerts.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gapwatch.contract.Event;

/**
 * A small random set of accepted events that hits the model's corners. The same seed always makes the same set.
 *
 * @param events shuffled, some of them twice, some known after {@code today} only; what bears one source and id for one
 *            entity is the same event throughout, so that their order does not matter
 */
public record EventSet(long seed, LocalDate today, List<Event> events) {

    /** The set of a seed. */
    public static EventSet random(long seed) {
        return new EventSetGenerator(seed).generate();
    }

    /** The codes of all capabilities in the set, known by today or not. */
    public Set<String> capabilities() {
        Set<String> codes = new TreeSet<>();
        events.forEach(event -> codes.add(event.statement().capability()));
        return codes;
    }

    /** What the page makes of the set today. */
    public Map<String, Expected> expected() {
        return Oracle.expect(events, today);
    }
}
