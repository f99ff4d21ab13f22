package org.gapwatch.alerts.stream.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
        var changes = Publisher.changes("tanks", new PublishedCapability(), assessment, false);
        assertThat(changes).filteredOn(change -> !(change instanceof Change.OfAlert)).extracting(Change::key)
                .containsExactly("tanks:COVERAGE:2026", "tanks:COVERAGE:2027", "tanks:COVERAGE", "tanks:OUTPUT:2026",
                        "tanks:OUTPUT:2027", "tanks:OUTPUT");
    }
}
