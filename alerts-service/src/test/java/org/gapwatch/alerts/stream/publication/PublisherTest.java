package org.gapwatch.alerts.stream.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.ReferenceStatement;
import org.junit.jupiter.api.Test;

class PublisherTest {

    @Test
    void seriesIsToldBeforeItsHead() {
        var capability = new Capability("tanks");
        capability.add(new Event("test", "1", Instant.parse("2026-03-01T00:00:00Z"),
                new ReferenceStatement.Assessed("party", "tanks", 1_000, LocalDate.of(2026, 1, 1))));
        var assessment = capability.assess(LocalDate.of(2027, 2, 1));
        var changes = new PublishedCapability().changes("tanks", assessment, true);
        assertThat(changes).filteredOn(change -> !(change instanceof Change.OfAlert)).extracting(Change::key)
                .containsExactly("tanks:COVERAGE:2026", "tanks:COVERAGE:2027", "tanks:COVERAGE", "tanks:OUTPUT:2026",
                        "tanks:OUTPUT:2027", "tanks:OUTPUT");
    }

    @Test
    void yearsGoneByWaitUntilTheyAreAskedFor() {
        var capability = new Capability("tanks");
        var published = new PublishedCapability();
        capability.add(assessed("2025-03-01", 1_000));
        publish(published, capability, true);
        assertThat(published.owesYears()).isFalse();

        capability.add(assessed("2025-06-01", 2_000));
        assertThat(publish(published, capability, false)).containsExactly("tanks:OUTPUT:2026", "tanks:OUTPUT");
        assertThat(published.owesYears()).isTrue();
        assertThat(publish(published, capability, false)).isEmpty();
        assertThat(published.owesYears()).as("still").isTrue();
        assertThat(publish(published, capability, true)).containsExactly("tanks:OUTPUT:2025");
        assertThat(published.owesYears()).isFalse();

        capability.add(assessed("2026-01-02", 3_000));
        assertThat(publish(published, capability, false)).containsExactly("tanks:OUTPUT:2026", "tanks:OUTPUT");
        assertThat(published.owesYears()).as("of this year alone").isFalse();
    }

    /** What is known earlier than all before begins a year that was never told. */
    @Test
    void yearThatWasNeverToldDoesNotWait() {
        var capability = new Capability("tanks");
        var published = new PublishedCapability();
        capability.add(assessed("2026-03-01", 1_000));
        publish(published, capability, true);
        capability.add(assessed("2025-06-01", 1_000));
        assertThat(publish(published, capability, false)).contains("tanks:OUTPUT:2025", "tanks:COVERAGE:2025");
    }

    private static Event assessed(String on, long monthlyOutput) {
        LocalDate day = LocalDate.parse(on);
        return new Event("test", on, Instant.parse(on + "T00:00:00Z"),
                new ReferenceStatement.Assessed("party", "tanks", monthlyOutput, day));
    }

    /** Publishes what is to be told, and returns the keys of all but alerts. */
    private static List<String> publish(PublishedCapability published, Capability capability, boolean pastYears) {
        List<Change> changes = published.changes("tanks", capability.assess(LocalDate.of(2026, 11, 1)), pastYears);
        changes.forEach(published::apply);
        return changes.stream().filter(change -> !(change instanceof Change.OfAlert)).map(Change::key).toList();
    }
}
