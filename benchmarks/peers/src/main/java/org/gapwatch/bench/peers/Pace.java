package org.gapwatch.bench.peers;

import java.util.HashMap;
import java.util.Map;

/**
 * When touched capabilities are taken up for evaluation: at once where the job is up to date or nothing more is coming, at
 * most once a second while a backlog is worked off. Times in milliseconds since the epoch.
 */
final class Pace {

    private static final long BEHIND_MS = 1_000;
    private static final long BACKLOG_INTERVAL_MS = 1_000;

    /** Without an event for so long, nothing more is coming for now, as in the alerts stream. */
    private static final long SILENCE_MS = 250;

    private static final long YEARS_INTERVAL_MS = 5_000;

    private final Map<String, Long> yearsToldAt = new HashMap<>();
    private boolean behind;
    private long readAt;
    private long takenAt;
    private long owingTakenAt;

    /** An event was read. */
    void read(long now, long writtenAt) {
        behind = now - writtenAt > BEHIND_MS;
        readAt = now;
    }

    boolean due(long now) {
        return !behind || silent(now) || now - takenAt >= BACKLOG_INTERVAL_MS || now < takenAt;
    }

    /** Whether the years gone by of a capability are told as well, as in the alerts stream; if so, it is taken that they are. */
    boolean yearsDue(String code, long now) {
        Long at = yearsToldAt.get(code);
        boolean due = silent(now) || at == null || now - at >= YEARS_INTERVAL_MS || now < at;
        if (due) {
            yearsToldAt.put(code, now);
        }
        return due;
    }

    /** Whether those are looked at again whose years gone by were left untold; if so, it is taken that they are. */
    boolean owingDue(long now) {
        boolean due = silent(now) || now - owingTakenAt >= YEARS_INTERVAL_MS || now < owingTakenAt;
        if (due) {
            owingTakenAt = now;
        }
        return due;
    }

    private boolean silent(long now) {
        return now - readAt >= SILENCE_MS;
    }

    void taken(long now) {
        takenAt = now;
    }
}
