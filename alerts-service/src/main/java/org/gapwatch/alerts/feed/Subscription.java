package org.gapwatch.alerts.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Serves one client, on its own thread, until it leaves, is too slow, or the service stops. */
final class Subscription {

    /** Why a subscription ended. */
    enum End {
        TOO_SLOW, CLOSED
    }

    private final FeedLog log;
    private final TopicHistory history;
    private final EventWriter out;
    private final Duration heartbeat;
    /** What the client has. */
    private @Nullable EventId has;

    Subscription(FeedLog log, TopicHistory history, EventWriter out, Duration heartbeat) {
        this.log = log;
        this.history = history;
        this.out = out;
        this.heartbeat = heartbeat;
    }

    /**
     * Serves the client.
     *
     * @param lastEventId what it says to have had last; null for one that is new
     * @throws IOException where the client has left, or the topic cannot be read
     */
    End serve(@Nullable String lastEventId) throws IOException, InterruptedException {
        out.retry();
        out.flush();
        Place place = lastEventId == null ? null : resume(lastEventId);
        if (place == null) {
            if (lastEventId != null) {
                out.reset();
            }
            place = snapshot();
        }
        while (true) {
            switch (log.await(place, heartbeat)) {
                case Delivery.Events(var events, var next) -> {
                    for (var each : events) {
                        write(each.event(), each.writtenBy());
                    }
                    out.flush();
                    place = next;
                }
                case Delivery.Nothing() -> out.heartbeat();
                case Delivery.Anew() -> {
                    out.reset();
                    place = snapshot();
                }
                case Delivery.TooSlow() -> {
                    return End.TOO_SLOW;
                }
                case Delivery.Closed() -> {
                    return End.CLOSED;
                }
            }
        }
    }

    /** Writes what the client does not have; another instance, which it was connected to, may have read in another order. */
    private void write(FeedEvent event, Instant writtenBy) throws IOException {
        var last = Objects.requireNonNull(has);
        if (!last.position().has(event)) {
            has = last.at(last.position().with(event), writtenBy);
            out.event(has, event);
        }
    }

    private Place snapshot() throws IOException, InterruptedException {
        // After a topic was created anew it takes a moment until it is read.
        while (!log.awaitComplete(heartbeat)) {
            if (log.isClosed()) {
                throw new IOException("The service is stopping.");
            }
            out.heartbeat();
        }
        var snapshot = log.snapshot();
        out.snapshot(snapshot);
        has = snapshot.id();
        return snapshot.next();
    }

    private @Nullable Place resume(String text) throws IOException, InterruptedException {
        has = EventId.parse(text);
        while (has != null) {
            switch (log.resume(has)) {
                case Resumption.At(var place) -> {
                    return place;
                }
                case Resumption.ByTopic(var upTo) -> {
                    var piece = history.read(has.position(), upTo);
                    for (var event : piece.events()) {
                        write(event, has.writtenBy());
                    }
                    out.flush();
                    has = has.at(piece.readUpTo(), has.writtenBy());
                }
                case Resumption.Impossible() -> {
                    return null;
                }
            }
        }
        return null;
    }
}
