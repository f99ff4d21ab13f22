package org.gapwatch.alerts.feed;

import java.util.List;

/**
 * The active alerts at one place of the log.
 *
 * @param active their latest events
 * @param id of the place, for clients
 * @param next the place
 */
record Snapshot(List<AlertEvent> active, EventId id, Place next) {
}
