package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import org.gapwatch.alerts.episode.Alert;

/**
 * The last revision of an alert that was published.
 *
 * @param revision 1 for the first; it rises by one with each, also through withdrawal and return
 * @param withdrawn whether that revision withdrew the alert
 * @param asOf the day of which the numbers are: the day of the evaluation while active, else the resolving day
 * @param alert what was told; where withdrawn, what was told last
 */
public record PublishedAlert(long revision, boolean withdrawn, LocalDate asOf, Alert alert) {
}
