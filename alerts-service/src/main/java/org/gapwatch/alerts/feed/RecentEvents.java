package org.gapwatch.alerts.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest events, bounded in number and bytes, each with a running number. Not thread-safe.
 */
final class RecentEvents {

    private final @Nullable LoggedEvent[] ring;
    private final long maxBytes;
    private long first;
    private long next;
    private long bytes;
    private Position droppedUpTo = Position.START;

    RecentEvents(int capacity, long maxBytes) {
        this.ring = new LoggedEvent[capacity];
        this.maxBytes = maxBytes;
    }

    void add(LoggedEvent event) {
        while (next > first && (next - first == ring.length || bytes + event.event().size() > maxBytes)) {
            var oldest = get(first);
            ring[(int) (first++ % ring.length)] = null;
            bytes -= oldest.event().size();
            droppedUpTo = oldest.position();
        }
        ring[(int) (next++ % ring.length)] = event;
        bytes += event.event().size();
    }

    void clear() {
        for (; first < next; first++) {
            ring[(int) (first % ring.length)] = null;
        }
        bytes = 0;
        droppedUpTo = Position.START;
    }

    /** The number of the oldest event still there. */
    long first() {
        return first;
    }

    /** The number that the next event will have. */
    long next() {
        return next;
    }

    /** Whether every event after that position is still there. */
    boolean reachesBackTo(Position position) {
        return position.isAtLeast(droppedUpTo);
    }

    /** The number of the first event that is after a position; some later ones may be before it. */
    long numberAfter(Position position) {
        long low = first;
        long high = next;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (position.isAtLeast(get(middle).position())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Events from that number on, as many as there are, but not more than the limit. */
    List<LoggedEvent> from(long number, int limit) {
        var events = new ArrayList<LoggedEvent>();
        for (long each = number; each < next && events.size() < limit; each++) {
            events.add(get(each));
        }
        return events;
    }

    private LoggedEvent get(long number) {
        var event = ring[(int) (number % ring.length)];
        if (event == null) {
            throw new IllegalStateException("No event " + number + ", only " + first + " to " + (next - 1) + ".");
        }
        return event;
    }
}
