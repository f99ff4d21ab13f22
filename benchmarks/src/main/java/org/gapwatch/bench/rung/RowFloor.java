package org.gapwatch.bench.rung;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.contract.Event;

/**
 * The floor of the stream: the least that an exactly-once stream with a state of its own has to do. Reads and parses the
 * canonical topics, and writes one row of 48 bytes an event. Its clients are configured as the stream's own.
 */
final class RowFloor implements Rung {

    private static final String ROWS = "bench.floor-rows";
    private static final int ROW_BYTES = 48;

    private final Bed bed;

    RowFloor(Bed bed) {
        this.bed = bed;
    }

    @Override
    public String name() {
        return "the floor: reading, parsing, a row an event";
    }

    @Override
    public Measured run(int round) throws Exception {
        Cluster cluster = bed.cluster();
        cluster.createPlain(ROWS);
        String id = "bench-floor-" + round;
        StreamsConfig stream = new StreamsConfig(RunningStream.settings(id, bed.directory())
                .configuration(Map.of("bootstrap.servers", cluster.bootstrapServers())));
        Map<String, Object> consumer = stream.getMainConsumerConfigs(id, id, 0);
        // Partitions are dealt out here, not by the group.
        consumer.remove("partition.assignment.strategy");
        int[] producers = {0};
        try {
            return new Consumption(cluster, Cluster.CANONICAL,
                    () -> new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                    .run(() -> new Rows(producer(stream, id + "-" + producers[0]++)));
        } finally {
            cluster.delete(ROWS);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(StreamsConfig stream, String id) {
        Map<String, Object> config = new HashMap<>(stream.getProducerConfigs(id));
        config.put("transactional.id", id);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static final class Rows extends Transactions {

        Rows(KafkaProducer<byte[], byte[]> producer) {
            super(producer);
        }

        @Override
        ProducerRecord<byte[], byte[]> written(ConsumerRecord<byte[], byte[]> record, Event event) {
            byte[] key = (event.statement().entityId() + ':' + event.id()).getBytes(StandardCharsets.UTF_8);
            byte[] row = ByteBuffer.allocate(ROW_BYTES).putLong(event.time().getEpochSecond())
                    .putInt(event.time().getNano()).putInt(event.statement().type().ordinal()).array();
            return new ProducerRecord<>(ROWS, record.partition(), key, row);
        }
    }
}
