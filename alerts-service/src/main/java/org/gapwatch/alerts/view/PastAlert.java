package org.gapwatch.alerts.view;

/**
 * An alert that was active on a past day, as the record tells it now.
 *
 * @param severity that of the day
 */
public record PastAlert(String capability, String measure, String alertId, String severity) {
}
