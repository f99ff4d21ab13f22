package org.gapwatch.local.client;

/**
 * One event of the feed.
 *
 * @param name {@code alert}, {@code snapshot-end} or {@code reset}
 * @param data its JSON text
 */
public record FeedEvent(String name, String data) {
}
