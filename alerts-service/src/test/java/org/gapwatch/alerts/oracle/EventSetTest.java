package org.gapwatch.alerts.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.alerts.oracle.Expected.Alert;
import org.gapwatch.alerts.oracle.Expected.Cause;
import org.gapwatch.alerts.oracle.Expected.OfMeasure;
import org.gapwatch.alerts.oracle.Expected.Outcome;
import org.gapwatch.alerts.oracle.Expected.Phase;
import org.gapwatch.alerts.oracle.Expected.Severity;
import org.gapwatch.contract.Event;
import org.junit.jupiter.api.Test;

/** That the random sets go where they are meant to go: a generator that makes only zeros would prove nothing. */
class EventSetTest {

    private static final int SETS = 1000;

    private final Map<Object, Integer> seen = new TreeMap<>((a, b) -> name(a).compareTo(name(b)));

    @Test
    void sameSeedMakesTheSameSet() {
        assertThat(EventSet.random(42)).isEqualTo(EventSet.random(42)).isNotEqualTo(EventSet.random(43));
    }

    @Test
    void goesThroughJsonUnchanged() {
        for (Event event : EventSet.random(42).events()) {
            assertThat(Vectors.event(EventJson.structured(event))).isEqualTo(event);
        }
    }

    @Test
    void setsMeetEveryOutcomePhaseSeverityAndCause() {
        for (long seed = 0; seed < SETS; seed++) {
            EventSet set = EventSet.random(seed);
            for (Expected expected : set.expected().values()) {
                look(expected.coverage());
                look(expected.output());
                expected.why().parts().forEach((cause, amount) -> count(cause, amount.signum() != 0));
            }
        }
        for (Enum<?>[] all : new Enum<?>[][]{Outcome.values(), Phase.values(), Severity.values(), Cause.values()}) {
            for (Enum<?> one : all) {
                assertThat(seen.getOrDefault(one, 0)).as("%s in %s", name(one), seen).isGreaterThan(SETS / 100);
            }
        }
    }

    private void look(OfMeasure of) {
        for (Alert alert : of.alerts()) {
            count(alert.outcome() == null ? "active" : alert.outcome(), true);
            alert.transitions().forEach(t -> {
                count(t.phase(), true);
                count(t.severity(), true);
            });
        }
    }

    private void count(Object what, boolean there) {
        if (there) {
            seen.merge(what, 1, Integer::sum);
        }
    }

    private static String name(Object key) {
        return key.getClass().getSimpleName() + "." + key;
    }
}
