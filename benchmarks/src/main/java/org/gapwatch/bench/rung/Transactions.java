package org.gapwatch.bench.rung;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;

/**
 * The floor's way of working: each record's event is read, and one record written for it, in transactions that take the
 * offsets along, every 100 ms.
 */
abstract class Transactions implements Consumption.Handler {

    private static final long COMMIT_NANOS = 100_000_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private long committed = System.nanoTime();

    /** Writes with a producer that has a transactional id, and is closed in the end. */
    Transactions(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
        producer.initTransactions();
        producer.beginTransaction();
    }

    /** What is written for a record, and the event it bears. */
    abstract ProducerRecord<byte[], byte[]> written(ConsumerRecord<byte[], byte[]> record, Event event);

    @Override
    public final void record(ConsumerRecord<byte[], byte[]> record) {
        Event event = CanonicalRecord.read(
                action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                record.value());
        if (event == null) {
            throw new IllegalStateException("Not an event: " + record.topic() + ", offset " + record.offset());
        }
        var _ = producer.send(written(record, event));
    }

    @Override
    public final void polled(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long next) {
        read.put(partition, next);
        if (System.nanoTime() - committed >= COMMIT_NANOS) {
            commit(consumer);
            producer.beginTransaction();
        }
    }

    @Override
    public final void finished(KafkaConsumer<byte[], byte[]> consumer) {
        commit(consumer);
        producer.close();
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        read.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        read.clear();
        committed = System.nanoTime();
    }
}
