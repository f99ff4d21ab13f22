package org.gapwatch.alerts.oracle;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gapwatch.contract.Event;
import org.junit.jupiter.api.Test;

/**
 * The incremental core equals the oracle on random event sets. {@code -Dgapwatch.property.sets=100000} plays more of
 * them, {@code -Dgapwatch.property.seed=N} begins with another seed.
 */
class PropertyTest {

    private static final long SEED = Long.getLong("gapwatch.property.seed", 0);
    private static final long SETS = Long.getLong("gapwatch.property.sets", 4000);

    @Test
    void coreTellsWhatThePageTells() {
        for (long seed = SEED; seed < SEED + SETS; seed++) {
            EventSet set = EventSet.random(seed);
            if (!holds(set)) {
                EventSet least = shrink(set);
                String events = least.events().stream().map(Event::toString).collect(Collectors.joining("\n"));
                try {
                    Scenario.play(least);
                } catch (Throwable problem) {
                    fail(
                            "Seed " + seed + " (again: -Dgapwatch.property.seed=" + seed
                                    + " -Dgapwatch.property.sets=1), today " + set.today() + ", shrunk to:\n" + events,
                            problem);
                }
            }
        }
    }

    /** Leaves out events for as long as the scenario still fails without them. */
    private static EventSet shrink(EventSet set) {
        EventSet least = set;
        for (int i = 0; i < least.events().size();) {
            List<Event> fewer = new ArrayList<>(least.events());
            fewer.remove(i);
            EventSet candidate = new EventSet(set.seed(), set.today(), fewer);
            if (holds(candidate)) {
                i++;
            } else {
                least = candidate;
                i = 0;
            }
        }
        return least;
    }

    private static boolean holds(EventSet set) {
        try {
            Scenario.play(set);
            return true;
        } catch (AssertionError | RuntimeException problem) {
            return false;
        }
    }
}
