package org.gapwatch.border.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.gapwatch.border.check.Arrival;
import org.gapwatch.border.check.BorderCheck;
import org.gapwatch.border.check.EventMemory;
import org.gapwatch.border.check.Reservations;
import org.gapwatch.border.check.Verdict;
import org.gapwatch.border.write.BorderMetrics;
import org.gapwatch.border.write.OutgoingRecords;
import org.gapwatch.border.write.Tally;
import org.gapwatch.contract.rejection.Rejection;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads a batch from the intake and writes each of its events to a canonical topic or to the rejections. The container has
 * begun a Kafka transaction, and commits it together with the offsets: all of the batch counts, or nothing of it and it
 * comes again.
 */
final class IntakeListener implements BatchMessageListener<byte[], byte[]> {

    /**
     * How long a batch waits for one whose event contradicts one of its own, before it begins anew: at least so long, and
     * at most twice, so that of two threads that wait for each other one gives up first.
     */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    /** How many events are read, then decided on in one go, then written. */
    private static final int TOGETHER = 250;

    private final IntakeReader reader;
    private final BorderCheck check;
    private final EventMemory memory;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final BorderMetrics metrics;
    private final IntakeState state;

    IntakeListener(IntakeReader reader, BorderCheck check, EventMemory memory, KafkaOperations<byte[], byte[]> kafka,
            BorderMetrics metrics, IntakeState state) {
        this.reader = reader;
        this.check = check;
        this.memory = memory;
        this.kafka = kafka;
        this.metrics = metrics;
        this.state = state;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        var reservations = new Reservations();
        var tally = new Tally();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            private boolean committing;

            @Override
            public void beforeCommit(boolean readOnly) {
                committing = true;
            }

            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    memory.settle(reservations);
                    tally.count(metrics);
                    state.worked(batch);
                } else if (committing) {
                    // It may have been committed, and does not come again then; if not, it comes as it was.
                    memory.settle(reservations);
                } else {
                    memory.release(reservations);
                }
            }
        });
        kafka.execute(producer -> {
            for (int from = 0; from < batch.size(); from += TOGETHER) {
                pass(batch.subList(from, Math.min(from + TOGETHER, batch.size())), producer, reservations, tally);
            }
            return batch.size();
        });
    }

    private void pass(List<ConsumerRecord<byte[], byte[]>> records, Producer<byte[], byte[]> producer,
            Reservations reservations, Tally tally) {
        // The topic has LogAppendTime, so this is the broker's time, never a publisher's.
        List<Arrival> arrivals = records.stream().map(record -> new Arrival(reader.read(record),
                Instant.ofEpochMilli(record.timestamp()), false)).toList();
        int passed = 0;
        while (passed < records.size()) {
            for (Verdict verdict : check.check(arrivals.subList(passed, records.size()), reservations)) {
                Arrival arrival = arrivals.get(passed);
                Verdict decided = verdict instanceof Verdict.Wait wait
                        ? await(wait, arrival, reservations)
                        : verdict;
                pass(records.get(passed), arrival.arrived(), decided, producer, tally);
                passed++;
            }
        }
    }

    /** A send that fails makes the transaction fail, so its answer need not be waited for here. */
    private void pass(ConsumerRecord<byte[], byte[]> record, Instant arrived, Verdict verdict,
            Producer<byte[], byte[]> producer, Tally tally) {
        switch (verdict) {
            case Verdict.Accept(var reading, _) -> {
                var _ = producer.send(OutgoingRecords.canonical(reading, arrived, false));
                tally.accept(reading.event().statement().type());
            }
            case Verdict.Reject reject -> {
                Rejection rejection = reader.rejection(record, arrived, reject);
                var _ = producer.send(OutgoingRecords.rejected(rejection));
                tally.reject(reject.problems());
            }
            case Verdict.Wait _ -> throw new IllegalStateException("What contradicts "
                    + record.topic() + "-" + record.partition() + "@" + record.offset() + " does not end.");
        }
    }

    private Verdict await(Verdict.Wait first, Arrival arrival, Reservations reservations) {
        Verdict verdict = first;
        long patience = PATIENCE.toNanos() + ThreadLocalRandom.current().nextLong(PATIENCE.toNanos());
        long deadline = System.nanoTime() + patience;
        while (verdict instanceof Verdict.Wait(var busy) && System.nanoTime() < deadline) {
            try {
                memory.await(busy, Duration.ofNanos(patience));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting.", e);
            }
            verdict = check.check(arrival, reservations);
        }
        return verdict;
    }
}
