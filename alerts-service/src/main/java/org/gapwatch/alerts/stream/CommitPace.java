package org.gapwatch.alerts.stream;

/**
 * When a task asks for a commit: at once where an alert itself is another now, for operators wait for that; else some time
 * after the first publication, because a commit holds up all that the thread reads; and never soon after the one before,
 * which is of all tasks of the thread. While a backlog is worked off nobody waits for what is told in between, and the
 * usual commits do. All times in milliseconds since the epoch. Not safe for use by several threads.
 */
final class CommitPace {

    /** What operators are not called for waits so long at most. */
    static final long WITHIN_MS = 100;
    /** Commits are so far apart: alerts that open one after the other are committed together. */
    static final long SPACING_MS = 30;

    private static final long NEVER = Long.MAX_VALUE;

    private long publishedAt = NEVER;
    private boolean urgent;

    /** Something is published. */
    void published(long now) {
        publishedAt = Math.min(publishedAt, now);
    }

    /** Operators are to see what is published at once. */
    void urgent() {
        urgent = true;
    }

    /**
     * Whether a commit is to be asked for; if so, it is taken to be asked for.
     *
     * @param askedAt when any task of the thread asked for one last
     */
    boolean isDue(long now, boolean behind, long askedAt) {
        if (behind || isAsked()) {
            return false;
        }
        boolean due = urgent || Elapsed.isOver(WITHIN_MS, publishedAt, now);
        if (!due || !Elapsed.isOver(SPACING_MS, askedAt, now)) {
            return false;
        }
        publishedAt = NEVER;
        urgent = false;
        return true;
    }

    /** Whether a commit was asked for after all that is published. */
    boolean isAsked() {
        return publishedAt == NEVER;
    }
}
