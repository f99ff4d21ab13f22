package org.gapwatch.alerts.capability;

import java.time.LocalDate;
import java.util.List;

/**
 * What the events say about a capability as of one day.
 *
 * @param capability the capability's code
 * @param asOf the day of the assessment, "today"
 * @param firstDay the first day on which any event of the capability is known
 */
public record Assessment(String capability, LocalDate asOf, LocalDate firstDay, MeasureAssessment coverage,
        MeasureAssessment output) {

    /** Both measures, in the order of {@link org.gapwatch.alerts.gap.Measure}. */
    public List<MeasureAssessment> measures() {
        return List.of(coverage, output);
    }
}
