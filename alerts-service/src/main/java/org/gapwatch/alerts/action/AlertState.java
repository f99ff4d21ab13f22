package org.gapwatch.alerts.action;

import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;

/**
 * What one record of the alerts topic says of its alert, as far as operators' acts depend on it.
 *
 * @param offset of the record
 */
public record AlertState(String alertId, Subject subject, boolean active, Severity severity, Phase phase, long offset) {
}
