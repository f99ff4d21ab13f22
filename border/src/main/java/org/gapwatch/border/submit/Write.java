package org.gapwatch.border.submit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.gapwatch.border.check.EventMemory;
import org.gapwatch.border.check.Recall;
import org.gapwatch.border.check.Reservations;
import org.gapwatch.border.check.Verdict;
import org.gapwatch.border.write.BorderMetrics;
import org.gapwatch.border.write.OutgoingRecords;
import org.gapwatch.border.write.Tally;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Origin;
import org.gapwatch.contract.rejection.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;

/** What one request writes. What is not acknowledged when it is closed is forgotten. */
final class Write implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 5;

    private final Producer<byte[], byte[]> producer;
    private final EventMemory memory;
    private final BorderMetrics metrics;
    private final String service;
    private final String request;
    private final Instant now;
    private final List<Future<?>> sent = new ArrayList<>();
    private Reservations reservations = new Reservations();
    private Tally tally = new Tally();

    Write(ProducerFactory<byte[], byte[]> producers, EventMemory memory, BorderMetrics metrics, String service,
            String request, Instant now) {
        this.producer = producer(producers);
        this.memory = memory;
        this.metrics = metrics;
        this.service = service;
        this.request = request;
        this.now = now;
    }

    private static Producer<byte[], byte[]> producer(ProducerFactory<byte[], byte[]> producers) {
        try {
            return producers.createProducer();
        } catch (KafkaException e) {
            throw notAcknowledged(e);
        }
    }

    Reservations reservations() {
        return reservations;
    }

    void accept(Reading.Accepted reading, boolean timeDefaulted) {
        send(OutgoingRecords.canonical(reading, now, timeDefaulted));
        tally.accept(reading.event().statement().type());
    }

    void reject(Verdict.Reject reject, List<Problem> problems, Submission submission, int index) {
        send(OutgoingRecords.rejected(new Rejection(service, now, new Origin.Request(request, index), reject.source(),
                reject.id(), problems, submission.headers(), submission.original().get())));
        tally.reject(problems);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            Future<?> answer = producer.send(record);
            if (answer.isDone()) {
                // A broker that is away makes each send wait, so the first that fails ends it.
                answer.get();
            }
            sent.add(answer);
        } catch (KafkaException e) {
            throw notAcknowledged(e);
        } catch (ExecutionException e) {
            throw notAcknowledged(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notAcknowledged(e);
        }
    }

    /** Waits until all that was sent is acknowledged; from then on it is known. */
    void finish() {
        try {
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw notAcknowledged(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notAcknowledged(e);
        }
        sent.clear();
        memory.settle(reservations);
        tally.count(metrics);
        reservations = new Reservations();
        tally = new Tally();
    }

    /** Waits for somebody else's write to end. */
    void await(Recall.Busy busy, int attempt) {
        try {
            if (attempt < ATTEMPTS) {
                memory.await(busy, PATIENCE);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new NotWrittenException("An event that contradicts one of these is being written, and that takes too "
                + "long. Send the request again: what was already written is recognised by its id.", null);
    }

    @Override
    public void close() {
        memory.release(reservations);
    }

    private static NotWrittenException notAcknowledged(@Nullable Throwable cause) {
        return new NotWrittenException(
                "Kafka has not acknowledged the events, so they may or may not be written. Send the "
                        + "same request again, with the same ids: what was already written is recognised and counts once.",
                cause);
    }
}
