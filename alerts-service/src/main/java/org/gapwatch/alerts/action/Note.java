package org.gapwatch.alerts.action;

import java.time.Instant;

/**
 * What somebody noted about an alert.
 *
 * @param id chosen by whoever sends it, so that it can be sent again
 * @param by who, as that person is called
 */
public record Note(String id, String by, Instant at, String text) {
}
