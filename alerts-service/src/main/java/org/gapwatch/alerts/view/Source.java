package org.gapwatch.alerts.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes, by the broker's time; all to the minute or the hour.
 *
 * @param source as CloudEvents has it; empty for events whose source could not be read
 * @param lastAcceptedAt when its last event came that was accepted; null where none did
 * @param acceptedLastDay how many were accepted in the last 24 hours
 * @param acceptedLastWeek and in the last seven days
 * @param usualPause the longest time between its last accepted events: of the last 50 minutes in which any came to the
 *            minute, of its last eight days at least so many whole hours; null where there are too few to tell
 * @param problems what it sent wrongly, the most frequent first
 */
public record Source(String source, @Nullable Instant lastAcceptedAt, long acceptedLastDay, long acceptedLastWeek,
        long rejectedLastDay, long rejectedLastWeek, @Nullable Duration usualPause, List<Problem> problems) {

    /**
     * One kind of problem.
     *
     * @param count in the last seven days
     * @param lastAt when it was seen last
     * @param latest the latest rejection for it, as the JSON that was published
     */
    public record Problem(String code, long count, @Nullable Instant lastAt, String latest) {
    }

    public Source {
        problems = List.copyOf(problems);
    }
}
