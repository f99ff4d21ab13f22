package org.gapwatch.alerts.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.gapwatch.alerts.feed.FeedEvent.Kind;

/**
 * Reads, for a client that was away for long, what is no longer in memory: a piece at a time, so that a client slow to take
 * it holds up nobody, and on few threads, so that many who come at once do not ask the broker for everything at once.
 */
final class TopicHistory implements AutoCloseable {

    /**
     * A piece.
     *
     * @param events in order
     * @param readUpTo the position up to which there is nothing else
     */
    record Piece(List<FeedEvent> events, Position readUpTo) {
    }

    private static final int THREADS = 4;
    private static final int PIECE = 1000;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService readers = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().name("feed-history-", 0).daemon().factory());
    private final FeedTopics topics;

    TopicHistory(FeedTopics topics) {
        this.topics = topics;
    }

    /**
     * The first events after those that a client has, up to and with a position that is known to be one of events: first
     * alerts, then what was done about them.
     *
     * @throws IOException where the topic cannot be read
     */
    Piece read(Position last, Position upTo) throws IOException, InterruptedException {
        try {
            return readers.submit(() -> readPiece(last, upTo)).get();
        } catch (ExecutionException e) {
            throw new IOException("The alerts or actions topic cannot be read.", e.getCause());
        }
    }

    private Piece readPiece(Position last, Position end) {
        var kind = last.alerts() < end.alerts() ? Kind.ALERT : Kind.ACTION;
        long upTo = end.of(kind);
        var events = new ArrayList<FeedEvent>();
        long offset = last.of(kind);
        try (var consumer = topics.of(kind).read(offset + 1)) {
            long began = System.nanoTime();
            while (offset < upTo && events.size() < PIECE) {
                for (var record : consumer.poll(POLL)) {
                    if (record.offset() <= upTo) {
                        offset = record.offset();
                        var event = FeedEvent.of(record, kind);
                        if (event != null) {
                            events.add(event);
                        }
                    }
                }
                if (events.isEmpty() && System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new KafkaException(
                            "Nothing came in " + PATIENCE + ", but there should be events up to " + upTo);
                }
            }
        }
        return new Piece(events, last.with(kind, offset));
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
