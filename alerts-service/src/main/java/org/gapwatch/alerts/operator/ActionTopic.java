package org.gapwatch.alerts.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.published.ActionJson;
import org.gapwatch.contract.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actions topic, changed by one at a time.
 *
 * <p>
 * All instances write under the same transactional id. Who begins ends what the one before left open, and fences it; whose
 * commit succeeds has therefore been alone since it began, and what it read then, up to the end, was all. Who was fenced
 * begins anew and decides again, which is safe for each step is taken once.
 */
final class ActionTopic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActionTopic.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.OPERATOR_ACTIONS, 0);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** From the last action of a subject, null where there was none, to the next one, or the same where nothing changes. */
    interface Step {

        @Nullable
        Action next(@Nullable Action last);
    }

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Subject, Action> latest = new HashMap<>();
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * The topic.
     *
     * @param producers makes producers of the one transactional id
     * @param consumers makes consumers that read what is committed, of no group
     */
    ActionTopic(Supplier<Producer<byte[], byte[]>> producers, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.producers = producers;
        this.consumers = consumers;
    }

    /**
     * Takes a step; what the step throws comes through, and nothing is written then.
     *
     * @return what is stored as of now
     * @throws KafkaException where the broker cannot be reached, so that it may be stored or not
     */
    @Nullable
    Action change(Subject subject, Step step) {
        lock.lock();
        try {
            long began = System.nanoTime();
            while (true) {
                try {
                    return changeAlone(subject, step);
                } catch (KafkaException e) {
                    disconnect();
                    // Whoever was fenced may meet other errors than that.
                    if (System.nanoTime() - began > PATIENCE.toNanos()) {
                        throw e;
                    }
                    LOG.debug("What an operator did could not be written, and is decided on anew", e);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Action changeAlone(Subject subject, Step step) {
        Producer<byte[], byte[]> writer = producer();
        readToEnd();
        Action last = latest.get(subject);
        Action next = step.next(last);
        if (next == null || next.equals(last)) {
            return last;
        }
        writer.beginTransaction();
        var _ = writer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(),
                subject.key().getBytes(UTF_8), ActionJson.write(next)));
        writer.commitTransaction();
        latest.put(subject, next);
        return next;
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            Producer<byte[], byte[]> opened = producers.get();
            try {
                opened.initTransactions();
            } catch (RuntimeException e) {
                opened.close(Duration.ZERO);
                throw e;
            }
            producer = opened;
        }
        return producer;
    }

    private void readToEnd() {
        if (consumer == null) {
            latest.clear();
            consumer = consumers.get();
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
        }
        Long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        long began = System.nanoTime();
        while (end != null && consumer.position(PARTITION) < end) {
            consumer.poll(POLL).forEach(this::learn);
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new TimeoutException("The actions topic could not be read to its end in " + PATIENCE);
            }
        }
    }

    private void learn(ConsumerRecord<byte[], byte[]> read) {
        try {
            Action action = ActionJson.read(read.value());
            latest.merge(action.subject(), action,
                    (known, other) -> other.revision() > known.revision() ? other : known);
        } catch (RuntimeException e) {
            LOG.warn("Passed over a record that is no action: {}-{}", read.topic(), read.offset(), e);
        }
    }

    private void disconnect() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            disconnect();
        } finally {
            lock.unlock();
        }
    }
}
