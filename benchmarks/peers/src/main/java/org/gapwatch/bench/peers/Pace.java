package org.gapwatch.bench.peers;

/**
 * When touched capabilities are taken up for evaluation: at once where the job is up to date or nothing more is coming, at
 * most once a second while a backlog is worked off. Times in milliseconds since the epoch.
 */
final class Pace {

    private static final long BEHIND_MS = 1_000;
    private static final long BACKLOG_INTERVAL_MS = 1_000;

    /** Without an event for so long, nothing more is coming for now, as in the alerts stream. */
    private static final long SILENCE_MS = 250;

    private boolean behind;
    private long readAt;
    private long takenAt;

    /** An event was read. */
    void read(long now, long writtenAt) {
        behind = now - writtenAt > BEHIND_MS;
        readAt = now;
    }

    boolean due(long now) {
        return !behind || now - readAt >= SILENCE_MS || now - takenAt >= BACKLOG_INTERVAL_MS || now < takenAt;
    }

    void taken(long now) {
        takenAt = now;
    }
}
