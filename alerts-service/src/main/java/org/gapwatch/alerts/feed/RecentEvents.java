package org.gapwatch.alerts.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest events, bounded in number and bytes, each with a running number. Not thread-safe.
 */
final class RecentEvents {

    private final @Nullable AlertEvent[] ring;
    private final long maxBytes;
    private long first;
    private long next;
    private long bytes;
    private long droppedUpTo = -1;

    RecentEvents(int capacity, long maxBytes) {
        this.ring = new AlertEvent[capacity];
        this.maxBytes = maxBytes;
    }

    void add(AlertEvent event) {
        while (next > first && (next - first == ring.length || bytes + event.size() > maxBytes)) {
            var oldest = get(first);
            ring[(int) (first++ % ring.length)] = null;
            bytes -= oldest.size();
            droppedUpTo = oldest.offset();
        }
        ring[(int) (next++ % ring.length)] = event;
        bytes += event.size();
    }

    void clear() {
        for (; first < next; first++) {
            ring[(int) (first % ring.length)] = null;
        }
        bytes = 0;
        droppedUpTo = -1;
    }

    /** The number of the oldest event still there. */
    long first() {
        return first;
    }

    /** The number that the next event will have. */
    long next() {
        return next;
    }

    /** Whether every event after that offset is still there. */
    boolean reachesBackTo(long offset) {
        return offset >= droppedUpTo;
    }

    /** The number of the first event after an offset. */
    long numberAfter(long offset) {
        long low = first;
        long high = next;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Events from that number on, as many as there are, but not more than the limit. */
    List<AlertEvent> from(long number, int limit) {
        var events = new ArrayList<AlertEvent>();
        for (long each = number; each < next && events.size() < limit; each++) {
            events.add(get(each));
        }
        return events;
    }

    private AlertEvent get(long number) {
        var event = ring[(int) (number % ring.length)];
        if (event == null) {
            throw new IllegalStateException("No event " + number + ", only " + first + " to " + (next - 1) + ".");
        }
        return event;
    }
}
