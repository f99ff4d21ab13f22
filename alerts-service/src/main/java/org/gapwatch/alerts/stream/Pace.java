package org.gapwatch.alerts.stream;

/**
 * How soon a capability that has new events is evaluated again: at once where it was not evaluated lately, or where nothing
 * more is coming; else some time after the evaluation before, since what is evaluated in between would be evaluated again.
 * That is a longer time while a backlog is worked off. All times in milliseconds since the epoch. Not safe for use by
 * several threads.
 */
final class Pace {

    /** A record read so long after it was written is part of a backlog. */
    static final long BEHIND_MS = 1_000;
    /** How far apart evaluations of a capability are in a backlog. */
    static final long BACKLOG_SPACING_MS = 1_000;
    /** And where the stream is up to date: within the second in which an alert is to be seen. */
    static final long SPACING_MS = 800;
    /**
     * Without a record for so long, nothing more is coming for now. Shorter ones are pauses between two transactions of who
     * writes the records, or, in a backlog, the turns of other partitions.
     */
    static final long SILENCE_MS = 250;

    private boolean old;
    private long readAt = Long.MIN_VALUE;

    /** A record was read. */
    void read(long now, long writtenAt) {
        old = now - writtenAt > BEHIND_MS;
        readAt = now;
    }

    /** Whether a backlog is worked off. */
    boolean behind(long now) {
        return old && !silent(now);
    }

    /** How long after an evaluation a capability may be evaluated again because of new events, in milliseconds. */
    long spacing(long now) {
        if (silent(now)) {
            return 0;
        }
        return old ? BACKLOG_SPACING_MS : SPACING_MS;
    }

    /** Whether nothing more is coming for now. */
    boolean silent(long now) {
        return readAt == Long.MIN_VALUE || Elapsed.isOver(SILENCE_MS, readAt, now);
    }
}
