package org.gapwatch.alerts.stream.state;

import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.statement.Scratch;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.publication.PublishedCapability;
import org.gapwatch.alerts.stream.publication.Publisher;

/** A capability, and what was last published of it. */
final class TrackedCapability {

    final Capability capability;
    final PublishedCapability published = new PublishedCapability();
    /** Whether the assessment before was compared with what was published; not so after a restore. */
    private boolean compared;

    TrackedCapability(String code, Scratch scratch) {
        this.capability = new Capability(code, scratch);
    }

    List<Change> assess(LocalDate today) {
        Assessment assessment = capability.assess(today);
        List<Change> changes = Publisher.changes(capability.code(), published, assessment, compared);
        compared = assessment != null;
        return changes;
    }
}
