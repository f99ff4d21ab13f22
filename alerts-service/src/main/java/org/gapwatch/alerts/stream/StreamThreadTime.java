package org.gapwatch.alerts.stream;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What the tasks of one stream thread share of its time. The thread reads for all of them, so after a slice of evaluation
 * the thread, and not just the task, lets records through for as long as the slice took, and the tasks that have something
 * to evaluate take turns. And it commits for all of them at once. Each stream thread has its own; not safe for use by
 * several. All times in milliseconds since the epoch.
 */
final class StreamThreadTime {

    private static final ThreadLocal<StreamThreadTime> OF_THREAD = ThreadLocal.withInitial(StreamThreadTime::new);

    /** Another look waits for so many times what the looks of the turn before took. */
    private static final int LOOKS_REST = 4;

    private final SequencedSet<TaskId> line = new LinkedHashSet<>();
    private long restsSince;
    private long rest;
    private long looksRestSince;
    private long looksRest;
    private long commitAskedAt;

    /** That of the stream thread that calls. */
    static StreamThreadTime ofThisThread() {
        return OF_THREAD.get();
    }

    /** Whether the task may evaluate now; else it has a place in the line. */
    boolean isTurnOf(TaskId task, long now) {
        line.add(task);
        return Elapsed.isOver(rest, restsSince, now) && line.getFirst().equals(task);
    }

    /** The task has had its turn, which ended now and took so long. */
    void taken(TaskId task, long now, long spent) {
        line.remove(task);
        restsSince = now;
        rest = spent;
    }

    /**
     * Whether capabilities that merely need another look may be evaluated although more events are coming: they get a fifth
     * of the thread's time at most, for operators wait for the events.
     */
    boolean mayLook(long now) {
        return Elapsed.isOver(looksRest, looksRestSince, now);
    }

    /** Capabilities that merely needed another look took so long in the turn that ended now. */
    void looked(long now, long spent) {
        looksRestSince = now;
        looksRest = LOOKS_REST * spent;
    }

    /** The task waits no more. */
    void leave(TaskId task) {
        line.remove(task);
    }

    /** When any of the tasks asked for a commit last. */
    long commitAskedAt() {
        return commitAskedAt;
    }

    /** A commit is asked for. */
    void commitAsked(long now) {
        commitAskedAt = now;
    }
}
