package org.gapwatch.alerts.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.action.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What the alerts and actions topics say, in memory, shared by all clients: what is current as of their last records, and
 * their latest records. One thread adds, any number read.
 */
final class FeedLog implements ActiveAlerts {

    private static final int BATCH = 256;
    /** How long an id may be ahead of us: another instance, which gave it, may have read further by then. */
    private static final Duration AHEAD = Duration.ofSeconds(5);
    /** Clocks of brokers and services are not the same. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, FeedEvent> alerts = new LinkedHashMap<>();
    private final Map<String, FeedEvent> actions = new LinkedHashMap<>();
    private final RecentEvents recent;
    private final Clock clock;
    private EventId.Topics topics = new EventId.Topics(Uuid.ZERO_UUID, Uuid.ZERO_UUID);
    private Duration reach = Duration.ZERO;
    private long generation;
    private Position position = Position.START;
    private Instant completeAt = Instant.EPOCH;
    private boolean complete;
    private boolean closed;

    FeedLog(int recentEvents, long recentBytes, Clock clock) {
        this.recent = new RecentEvents(recentEvents, recentBytes);
        this.clock = clock;
    }

    /** Forgets everything: topics are read from their beginnings, whose records are surely there for so long. */
    void begin(EventId.Topics newTopics, Duration newReach) {
        locked(() -> {
            generation++;
            topics = newTopics;
            reach = newReach;
            alerts.clear();
            actions.clear();
            recent.clear();
            position = Position.START;
            completeAt = Instant.EPOCH;
            complete = false;
            changed.signalAll();
        });
    }

    /** Adds the next events, in the order of each topic; those who wait learn of them by {@link #announce}. */
    void add(Collection<FeedEvent> events) {
        locked(() -> {
            for (var event : events) {
                position = position.with(event);
                recent.add(new LoggedEvent(event, position, completeAt));
                var current = event.kind() == FeedEvent.Kind.ALERT ? alerts : actions;
                current.remove(event.key());
                if (event.isCurrent()) {
                    current.put(event.key(), event);
                }
            }
        });
    }

    /** Wakes those who wait for what was added. */
    void announce() {
        locked(changed::signalAll);
    }

    /** Says that the topics have been read to their ends as of that time. Said often, so it wakes nobody without need. */
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

    /** Whether the topics have been read to their ends once. */
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

    /** Waits until the topics have been read to their ends once; false where that takes longer than the patience. */
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

    /** What is current as of now. */
    Snapshot snapshot() {
        lock.lock();
        try {
            return new Snapshot(Stream.concat(alerts.values().stream(), actions.values().stream()).toList(),
                    alerts.size(), new EventId(topics, position, completeAt), new Place(generation, recent.next()));
        } finally {
            lock.unlock();
        }
    }

    /** Where the client with that last event can go on. */
    Resumption resume(EventId last) throws InterruptedException {
        lock.lock();
        try {
            long left = AHEAD.toNanos();
            while (last.topics().equals(topics) && !position.isAtLeast(last.position()) && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            var reachesBackTo = clock.instant().minus(reach).plus(CLOCK_SKEW);
            if (!last.topics().equals(topics) || !position.isAtLeast(last.position())
                    || last.writtenBy().isBefore(reachesBackTo)) {
                return new Resumption.Impossible();
            }
            return recent.reachesBackTo(last.position())
                    ? new Resumption.At(new Place(generation, recent.numberAfter(last.position())))
                    : new Resumption.ByTopic(position);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Look look(Subject subject, Instant now) {
        lock.lock();
        try {
            if (!complete) {
                return null;
            }
            AlertState active = null;
            for (var event : alerts.values()) {
                if (event.content() instanceof FeedEvent.Content.OfAlert(var state)
                        && state.subject().equals(subject)) {
                    active = state;
                }
            }
            return new Look(active, new Action.Moment(now, topics.alerts().toString(), position.alerts()));
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
