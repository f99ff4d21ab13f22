package org.gapwatch.alerts.feed;

/**
 * How far the two topics of the feed are read.
 *
 * @param alerts the offset of the last record of the alerts topic; -1 where there is none
 * @param actions the same of the actions topic
 */
record Position(long alerts, long actions) {

    static final Position START = new Position(-1, -1);

    /** Whether an event lies at or before it. */
    boolean has(FeedEvent event) {
        return event.offset() <= of(event.kind());
    }

    /** The position as of an event that is read next, or was read before. */
    Position with(FeedEvent event) {
        return with(event.kind(), event.offset());
    }

    Position with(FeedEvent.Kind kind, long offset) {
        return switch (kind) {
            case ALERT -> new Position(Math.max(alerts, offset), actions);
            case ACTION -> new Position(alerts, Math.max(actions, offset));
        };
    }

    long of(FeedEvent.Kind kind) {
        return kind == FeedEvent.Kind.ALERT ? alerts : actions;
    }

    /** Whether all that the other has is read here. */
    boolean isAtLeast(Position other) {
        return alerts >= other.alerts && actions >= other.actions;
    }
}
