package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import org.gapwatch.alerts.gap.Measure;

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
