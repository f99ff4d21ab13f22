package org.gapwatch.bench.rung;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.border.write.BorderProducers;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;

/**
 * The floor of the border: reads the intake topics, parses, and writes the canonical record, with the same key, headers and
 * value as the border does. Its clients are configured as the border's own.
 */
final class CanonicalFloor implements Rung {

    private static final String WRITTEN = "bench.floor-canonical";

    private final Bed bed;

    CanonicalFloor(Bed bed) {
        this.bed = bed;
    }

    @Override
    public String name() {
        return "the floor: reading, parsing, the canonical record";
    }

    @Override
    public Measured run(int round) throws Exception {
        Cluster cluster = bed.cluster();
        cluster.createPlain(WRITTEN);
        String id = "bench-intake-floor-" + round;
        int[] producers = {0};
        try {
            return new Consumption(cluster, Cluster.INTAKE, () -> consumer(cluster, id))
                    .run(() -> new Records(producer(cluster, id + "-" + producers[0]++)));
        } finally {
            cluster.delete(WRITTEN);
        }
    }

    /** As the border's IntakeConfiguration has it. */
    private static KafkaConsumer<byte[], byte[]> consumer(Cluster cluster, String group) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", cluster.bootstrapServers());
        config.put("group.id", group);
        config.put("enable.auto.commit", false);
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", 10_000);
        config.put("fetch.max.bytes", 16 * 1024 * 1024);
        config.put("max.partition.fetch.bytes", 4 * 1024 * 1024);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(Cluster cluster, String id) {
        Map<String, Object> config = BorderProducers
                .inTransactions(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        config.put("transactional.id", id);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static final class Records extends Transactions {

        Records(KafkaProducer<byte[], byte[]> producer) {
            super(producer);
        }

        @Override
        ProducerRecord<byte[], byte[]> written(ConsumerRecord<byte[], byte[]> record, Event event) {
            ProducerRecord<byte[], byte[]> written = new ProducerRecord<>(WRITTEN, null, CanonicalRecord.key(event),
                    record.value(), List.of(record.headers().toArray()));
            written.headers().add(CanonicalRecord.INTAKE_AT,
                    Long.toString(record.timestamp()).getBytes(StandardCharsets.US_ASCII));
            return written;
        }
    }
}
