package org.gapwatch.alerts.feed;

import java.util.List;

/**
 * What is current at one place of the log.
 *
 * @param active the latest events of the active alerts, then those of what was done about them
 * @param alerts how many of them are alerts
 * @param id of the place, for clients
 * @param next the place
 */
record Snapshot(List<FeedEvent> active, long alerts, EventId id, Place next) {
}
