package org.gapwatch.alerts.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;

/** Reads, for a client that was away for long, what is no longer in memory. */
final class TopicHistory {

    /** What is done with each event. */
    interface Receiver {
        void accept(AlertEvent event) throws IOException;
    }

    /** How many clients read the topic at a time; the others wait their turn. */
    private static final int AT_A_TIME = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final AlertTopic topic;

    TopicHistory(AlertTopic topic) {
        this.topic = topic;
    }

    /** Hands over every event after the last one up to and with that offset, in order. */
    void read(EventId last, long upTo, Receiver receiver) throws IOException, InterruptedException {
        turns.acquire();
        try (var consumer = topic.read(last.offset() + 1)) {
            long progressAt = System.nanoTime();
            for (long offset = last.offset(); offset < upTo;) {
                var records = consumer.poll(POLL);
                for (var record : records) {
                    offset = record.offset();
                    var event = offset <= upTo ? AlertEvent.of(record, last.topic()) : null;
                    if (event != null) {
                        receiver.accept(event);
                    }
                }
                if (!records.isEmpty()) {
                    progressAt = System.nanoTime();
                } else if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                    throw new IOException("The alerts topic cannot be read up to " + upTo + ".");
                }
            }
        } catch (KafkaException e) {
            throw new IOException("The alerts topic cannot be read.", e);
        } finally {
            turns.release();
        }
    }
}
