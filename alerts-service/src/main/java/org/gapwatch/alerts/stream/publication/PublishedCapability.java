package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.gap.Measure;
import org.jspecify.annotations.Nullable;

/** What was last published of a capability. Not safe for use by several threads. */
public final class PublishedCapability {

    private final PublishedMeasure coverage = new PublishedMeasure();
    private final PublishedMeasure output = new PublishedMeasure();

    /** What was last published of one measure. */
    public PublishedMeasure of(Measure measure) {
        return switch (measure) {
            case COVERAGE -> coverage;
            case OUTPUT -> output;
        };
    }

    /**
     * Takes note of an assessment, and tells what is to be published because it differs ({@link #apply} notes what was).
     *
     * @param assessment of this capability, with nothing assessed in between; null where nothing is known of it
     * @param pastYears whether the series of the years before today's are to be told as well; they are rewritten whole by
     *            whatever changes in them, so that it pays to tell many changes of them at once
     */
    public List<Change> changes(String capability, @Nullable Assessment assessment, boolean pastYears) {
        if (assessment == null) {
            coverage.untold(LocalDate.MIN);
            output.untold(LocalDate.MIN);
            return Publisher.changes(capability, this, null, pastYears);
        }
        coverage.untold(assessment.coverage().changedFrom());
        output.untold(assessment.output().changedFrom());
        List<Change> changes = Publisher.changes(capability, this, assessment, pastYears);
        int told = pastYears ? Integer.MIN_VALUE : assessment.asOf().getYear();
        coverage.told(told);
        output.told(told);
        return changes;
    }

    /** Whether there is something to be told of a year, which {@link #changes} was not asked for. */
    public boolean owesYears() {
        return coverage.owesYears() || output.owesYears();
    }

    /** Notes what is published with a change. */
    public void apply(Change change) {
        PublishedMeasure measure = of(change.measure());
        switch (change) {
            case Change.OfHead head -> measure.head(head.published());
            case Change.OfYear year -> {
                Long content = year.published();
                if (content == null) {
                    measure.years().remove(year.year());
                } else {
                    measure.years().put(year.year(), content);
                }
            }
            case Change.OfAlert alert -> {
                LocalDate openedOn = alert.published().alert().openedOn();
                measure.alerts().put(openedOn, alert.published());
            }
        }
    }
}
