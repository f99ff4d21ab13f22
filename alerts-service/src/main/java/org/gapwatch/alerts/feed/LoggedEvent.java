package org.gapwatch.alerts.feed;

import java.time.Instant;

/**
 * An event in the log.
 *
 * @param position of the log as of it
 * @param writtenBy every record after that position was written at this time or after
 */
record LoggedEvent(FeedEvent event, Position position, Instant writtenBy) {
}
