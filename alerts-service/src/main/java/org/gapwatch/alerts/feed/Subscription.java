package org.gapwatch.alerts.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves one client, on its own thread, until it leaves, is too slow, or the service stops. */
final class Subscription {

    /** Why a subscription ended. */
    enum End {
        TOO_SLOW, CLOSED
    }

    private final AlertLog log;
    private final TopicHistory history;
    private final EventWriter out;
    private final Duration heartbeat;

    Subscription(AlertLog log, TopicHistory history, EventWriter out, Duration heartbeat) {
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
                    write(events);
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

    private void write(List<AlertEvent> events) throws IOException {
        for (var event : events) {
            out.event(event);
        }
        out.flush();
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
        return snapshot.next();
    }

    private @Nullable Place resume(String text) throws IOException, InterruptedException {
        var last = EventId.parse(text);
        while (last != null) {
            switch (log.resume(last)) {
                case Resumption.At(var place) -> {
                    return place;
                }
                case Resumption.ByTopic(var upTo) -> {
                    var piece = history.read(last, upTo);
                    write(piece.events());
                    last = new EventId(last.topic(), piece.readUpTo(), last.writtenBy());
                }
                case Resumption.Impossible() -> {
                    return null;
                }
            }
        }
        return null;
    }
}
