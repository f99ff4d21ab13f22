package org.gapwatch.bench.peers;

/**
 * When touched capabilities are taken up for evaluation, as in the alerts stream: at once where the job is up to date, at
 * most once a second while a backlog is worked off. Times in milliseconds since the epoch.
 */
final class Pace {

    private static final long BEHIND_MS = 1_000;
    private static final long BACKLOG_INTERVAL_MS = 1_000;

    private boolean behind;
    private long takenAt;

    /** An event was read. */
    void read(long now, long writtenAt) {
        behind = now - writtenAt > BEHIND_MS;
    }

    boolean due(long now) {
        return !behind || now - takenAt >= BACKLOG_INTERVAL_MS || now < takenAt;
    }

    void taken(long now) {
        takenAt = now;
    }
}
