package org.gapwatch.alerts.view;

import org.gapwatch.alerts.inquiry.PastDay;

/** A measure of a capability on a past day. */
public record PastMeasure(String capability, String measure, PastDay day) {
}
