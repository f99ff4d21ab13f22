package org.gapwatch.alerts.stream;

/**
 * When the capabilities touched so far are taken up for evaluation: at once where the stream is up to date; at most once a
 * second while a backlog is worked off, since what is evaluated in between would be evaluated again. All times in
 * milliseconds since the epoch. Not safe for use by several threads.
 */
final class Pace {

    /** A record read so long after it was written is part of a backlog. */
    static final long BEHIND_MS = 1_000;
    /** How far apart evaluations are in a backlog. */
    static final long BACKLOG_INTERVAL_MS = 1_000;

    private boolean behind;
    private long takenAt = Long.MIN_VALUE;

    /** A record was read. */
    void read(long now, long writtenAt) {
        behind = now - writtenAt > BEHIND_MS;
    }

    /** Whether a backlog is worked off. */
    boolean behind() {
        return behind;
    }

    /** Whether touched capabilities are to be taken up now. */
    boolean due(long now) {
        return !behind || takenAt == Long.MIN_VALUE || now - takenAt >= BACKLOG_INTERVAL_MS || now < takenAt;
    }

    /** They were taken up. */
    void taken(long now) {
        takenAt = now;
    }
}
