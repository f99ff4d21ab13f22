package org.gapwatch.alerts.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
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
    private static final long MAX_PAUSE_MS = 200;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** From the last action of a subject, null where there was none, to the next one, or the same where nothing changes. */
    interface Step {

        @Nullable
        Action next(@Nullable Action last);
    }

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<Subject, Action> known = new HashMap<>();
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
        long began = System.nanoTime();
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("Others were being served for " + PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        try {
            while (true) {
                try {
                    return changeAlone(subject, step);
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    // Whoever was fenced may meet other errors than that.
                    if (System.nanoTime() - began > PATIENCE.toNanos()) {
                        throw e;
                    }
                    LOG.debug("What an operator did could not be written, and is decided on anew", e);
                    pause();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Action changeAlone(Subject subject, Step step) {
        // Where there is nothing to write, nobody is fenced for it.
        Action before = latest(subject);
        if (isNoStep(before, step.next(before))) {
            return before;
        }
        Producer<byte[], byte[]> writer = producer();
        Action last = latest(subject);
        Action next = step.next(last);
        if (isNoStep(last, next)) {
            return last;
        }
        try {
            writer.beginTransaction();
            var _ = writer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(),
                    subject.key().getBytes(UTF_8), ActionJson.write(Objects.requireNonNull(next))));
            writer.commitTransaction();
        } catch (RuntimeException e) {
            producer = null;
            writer.close(Duration.ZERO);
            throw e;
        }
        known.put(subject, next);
        return next;
    }

    private static boolean isNoStep(@Nullable Action last, @Nullable Action next) {
        return next == null || next.equals(last);
    }

    /** Instances that fence each other must not do so in step. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(MAX_PAUSE_MS));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
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

    /** The last action of a subject, as of the topic's end now. */
    private @Nullable Action latest(Subject subject) {
        Consumer<byte[], byte[]> reader = consumer();
        try {
            Long end = reader.endOffsets(List.of(PARTITION)).get(PARTITION);
            if (end == null || reader.position(PARTITION) > end) {
                throw new KafkaException("The actions topic is another one than before, and is read anew");
            }
            long began = System.nanoTime();
            while (reader.position(PARTITION) < end) {
                reader.poll(POLL).forEach(this::learn);
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    // What was read is kept: the next attempt goes on.
                    throw new TimeoutException("The actions topic could not be read to its end in " + PATIENCE);
                }
            }
        } catch (TimeoutException e) {
            throw e;
        } catch (RuntimeException e) {
            consumer = null;
            reader.close();
            throw e;
        }
        return known.get(subject);
    }

    private Consumer<byte[], byte[]> consumer() {
        if (consumer == null) {
            known.clear();
            Consumer<byte[], byte[]> opened = consumers.get();
            opened.assign(List.of(PARTITION));
            opened.seekToBeginning(List.of(PARTITION));
            consumer = opened;
        }
        return consumer;
    }

    private void learn(ConsumerRecord<byte[], byte[]> read) {
        try {
            Action action = ActionJson.read(read.value());
            known.merge(action.subject(), action, (one, other) -> other.revision() > one.revision() ? other : one);
        } catch (RuntimeException e) {
            LOG.warn("Passed over a record that is no action: {}-{}", read.topic(), read.offset(), e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            if (consumer != null) {
                consumer.close();
            }
        } finally {
            producer = null;
            consumer = null;
            lock.unlock();
        }
    }
}
