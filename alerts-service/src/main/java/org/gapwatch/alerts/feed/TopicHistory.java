package org.gapwatch.alerts.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;

/**
 * Reads, for a client that was away for long, what is no longer in memory: a piece at a time, so that a client slow to take
 * it holds up nobody, and on few threads, so that many who come at once do not ask the broker for everything at once.
 */
final class TopicHistory implements AutoCloseable {

    /**
     * A piece.
     *
     * @param events in order
     * @param readUpTo the offset up to which there is nothing else
     */
    record Piece(List<AlertEvent> events, long readUpTo) {
    }

    private static final int THREADS = 4;
    private static final int PIECE = 1000;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService readers = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().name("feed-history-", 0).daemon().factory());
    private final AlertTopic topic;

    TopicHistory(AlertTopic topic) {
        this.topic = topic;
    }

    /**
     * The first events after the last one that a client has, up to and with an offset that is known to be one of an event.
     *
     * @throws IOException where the topic cannot be read
     */
    Piece read(EventId last, long upTo) throws IOException, InterruptedException {
        try {
            return readers.submit(() -> readPiece(last, upTo)).get();
        } catch (ExecutionException e) {
            throw new IOException("The alerts topic cannot be read.", e.getCause());
        }
    }

    private Piece readPiece(EventId last, long upTo) {
        var events = new ArrayList<AlertEvent>();
        long offset = last.offset();
        try (var consumer = topic.read(last.offset() + 1)) {
            long began = System.nanoTime();
            while (offset < upTo && events.size() < PIECE) {
                for (var record : consumer.poll(POLL)) {
                    if (record.offset() <= upTo) {
                        offset = record.offset();
                        var event = AlertEvent.of(record, last.topic());
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
        return new Piece(events, offset);
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
