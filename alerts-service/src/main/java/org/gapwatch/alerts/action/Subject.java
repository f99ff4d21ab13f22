package org.gapwatch.alerts.action;

import org.gapwatch.alerts.gap.Measure;

/**
 * What operators act on: one measure of one capability. An alert's own id would not do, for it changes where a correction
 * moves the day on which the alert opened.
 */
public record Subject(String capability, Measure measure) {

    /** The key of its records: {@code capability:MEASURE}. */
    public String key() {
        return capability + ":" + measure;
    }
}
