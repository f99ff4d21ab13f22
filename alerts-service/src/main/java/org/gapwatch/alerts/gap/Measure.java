package org.gapwatch.alerts.gap;

/** The two measures of a capability (docs/gap-model.md, "Measures"). */
public enum Measure {
    /** Can the production lines deliver what is ordered in time? */
    COVERAGE("peakMonth"),
    /** Who makes more, we or those whose output is assessed? */
    OUTPUT("closesIn");

    private final String monthField;

    Measure(String monthField) {
        this.monthField = monthField;
    }

    /** What {@link Figures#month()} is called in published records: {@code peakMonth} or {@code closesIn}. */
    public String monthField() {
        return monthField;
    }
}
