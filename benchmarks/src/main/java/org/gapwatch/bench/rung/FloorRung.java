package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.contract.Event;

/**
 * The floor: the least that an exactly-once stream with a state of its own has to do. Reads, parses, and writes one small
 * row an event in transactions that take the offsets along, committed every 100 ms.
 */
public final class FloorRung implements Rung {

    private static final String ROWS = "bench.floor-rows";
    private static final long COMMIT_NANOS = 100_000_000;
    private static final int ROW_BYTES = 48;

    private final Cluster cluster;
    private final Consumption consumption;
    private final AtomicInteger producers = new AtomicInteger();

    /** The rung; its rows go to a topic of its own. */
    public FloorRung(Cluster cluster) throws Exception {
        this.cluster = cluster;
        consumption = new Consumption(cluster, Cluster.CANONICAL);
        cluster.createPlain(ROWS);
    }

    @Override
    public String name() {
        return "the floor: reading, parsing, one row an event in transactions";
    }

    @Override
    public Measured run(int round) throws Exception {
        String group = "bench-floor-" + round;
        return consumption.run(group, Rows::new);
    }

    private final class Rows implements Consumption.Handler {

        private final KafkaProducer<byte[], byte[]> producer;
        private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        private long committed = System.nanoTime();

        Rows() {
            producer = cluster.producer(
                    Map.of("transactional.id", "bench-floor-" + producers.incrementAndGet(), "linger.ms", 100,
                            "batch.size", 65_536));
            producer.initTransactions();
            producer.beginTransaction();
        }

        @Override
        public void record(ConsumerRecord<byte[], byte[]> record) {
            Event event = ReadRungs.parse(record);
            if (event == null) {
                throw new IllegalStateException("Not a canonical record: offset " + record.offset());
            }
            byte[] key = (event.statement().entityId() + ':' + event.id()).getBytes(StandardCharsets.UTF_8);
            byte[] row = ByteBuffer.allocate(ROW_BYTES).putLong(event.time().getEpochSecond())
                    .putInt(event.time().getNano()).putInt(event.statement().type().ordinal()).array();
            producer.send(new ProducerRecord<>(ROWS, record.partition(), key, row));
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1));
        }

        @Override
        public void polled(KafkaConsumer<byte[], byte[]> by) {
            if (System.nanoTime() - committed >= COMMIT_NANOS) {
                commit(by);
                producer.beginTransaction();
            }
        }

        private void commit(KafkaConsumer<byte[], byte[]> by) {
            producer.sendOffsetsToTransaction(offsets, by.groupMetadata());
            producer.commitTransaction();
            offsets.clear();
            committed = System.nanoTime();
        }

        @Override
        public void finished(KafkaConsumer<byte[], byte[]> by) {
            commit(by);
            producer.close();
        }
    }
}
