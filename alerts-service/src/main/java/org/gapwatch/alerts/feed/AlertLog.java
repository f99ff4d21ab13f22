package org.gapwatch.alerts.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.Uuid;

/**
 * What the alerts topic says, in memory, shared by all clients: the active alerts as of its last record, and its latest
 * records. One thread adds, any number read.
 */
final class AlertLog {

    private static final int BATCH = 256;
    /** How long an id may be ahead of us: another instance, which gave it, may have read further by then. */
    private static final Duration AHEAD = Duration.ofSeconds(5);
    /** Clocks of brokers and services are not the same. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, AlertEvent> active = new LinkedHashMap<>();
    private final RecentEvents recent;
    private final Clock clock;
    private Uuid topic = Uuid.ZERO_UUID;
    private Duration reach = Duration.ZERO;
    private long generation;
    private long lastOffset = -1;
    private Instant completeAt = Instant.MIN;
    private boolean complete;
    private boolean closed;

    AlertLog(int recentEvents, long recentBytes, Clock clock) {
        this.recent = new RecentEvents(recentEvents, recentBytes);
        this.clock = clock;
    }

    /** Forgets everything: a topic is read from its beginning, whose records are surely there for so long. */
    void begin(Uuid newTopic, Duration newReach) {
        locked(() -> {
            generation++;
            topic = newTopic;
            reach = newReach;
            active.clear();
            recent.clear();
            lastOffset = -1;
            complete = false;
            changed.signalAll();
        });
    }

    /** Adds the next events, in order; those who wait learn of them by {@link #announce}. */
    void add(Collection<AlertEvent> events) {
        locked(() -> {
            for (var event : events) {
                recent.add(event);
                active.remove(event.alertId());
                if (event.active()) {
                    active.put(event.alertId(), event);
                }
                lastOffset = event.offset();
            }
        });
    }

    /** Wakes those who wait for what was added. */
    void announce() {
        locked(changed::signalAll);
    }

    /** Says that the topic has been read to its end as of that time. Said often, so it wakes nobody without need. */
    void complete(Instant at) {
        locked(() -> {
            completeAt = at;
            if (!complete) {
                complete = true;
                changed.signalAll();
            }
        });
    }

    /** No more is to come; whoever waits is told. */
    void close() {
        closed(true);
    }

    void open() {
        closed(false);
    }

    private void closed(boolean now) {
        locked(() -> {
            closed = now;
            changed.signalAll();
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the topic has been read to its end once. */
    boolean isComplete() {
        lock.lock();
        try {
            return complete;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the topic has been read to its end once; false where that takes longer than the patience. */
    boolean awaitComplete(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!complete && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return complete && !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The active alerts as of now. */
    Snapshot snapshot() {
        lock.lock();
        try {
            return new Snapshot(List.copyOf(active.values()), new EventId(topic, lastOffset, completeAt),
                    new Place(generation, recent.next()));
        } finally {
            lock.unlock();
        }
    }

    /** Where the client with that last event can go on. */
    Resumption resume(EventId last) throws InterruptedException {
        lock.lock();
        try {
            long left = AHEAD.toNanos();
            while (last.topic().equals(topic) && last.offset() > lastOffset && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            var reachesBackTo = clock.instant().minus(reach).plus(CLOCK_SKEW);
            if (!last.topic().equals(topic) || last.offset() > lastOffset || last.writtenBy().isBefore(reachesBackTo)) {
                return new Resumption.Impossible();
            }
            return recent.reachesBackTo(last.offset())
                    ? new Resumption.At(new Place(generation, recent.numberAfter(last.offset())))
                    : new Resumption.ByTopic(lastOffset);
        } finally {
            lock.unlock();
        }
    }

    /** What comes at that place, waited for as long as the patience lasts. */
    Delivery await(Place place, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!closed && place.generation() == generation && place.number() == recent.next()) {
                if (left <= 0) {
                    return new Delivery.Nothing();
                }
                left = changed.awaitNanos(left);
            }
            if (closed) {
                return new Delivery.Closed();
            }
            if (place.generation() != generation) {
                return new Delivery.Anew();
            }
            if (place.number() < recent.first()) {
                return new Delivery.TooSlow();
            }
            var events = recent.from(place.number(), BATCH);
            return new Delivery.Events(events, new Place(generation, place.number() + events.size()));
        } finally {
            lock.unlock();
        }
    }
}
