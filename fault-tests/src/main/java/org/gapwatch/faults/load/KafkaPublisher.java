package org.gapwatch.faults.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.contract.Topics;

/** Publishes through the intake topics, in both modes, mostly without a key. */
final class KafkaPublisher extends Publisher {

    private final KafkaProducer<byte[], byte[]> producer;
    private final SplittableRandom random;

    KafkaPublisher(String bootstrapServers, Publications publications, Acknowledged acknowledged, int perSecond,
            SplittableRandom random) {
        super("kafka", publications, acknowledged, perSecond);
        this.random = random;
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all",
                "max.in.flight.requests.per.connection", 1, "max.block.ms", 5_000, "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000, "linger.ms", 0), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    boolean overHttp() {
        return false;
    }

    @Override
    boolean send(Publication publication) throws InterruptedException {
        try {
            producer.send(record(publication)).get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            return false;
        }
    }

    private ProducerRecord<byte[], byte[]> record(Publication publication) {
        String topic = publication.forProcurement() ? Topics.INTAKE_PROCUREMENT : Topics.INTAKE_PRODUCTION;
        byte[] key = random.nextInt(4) == 0 ? bytes("key-" + random.nextInt(10)) : null;
        if (random.nextBoolean()) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, publication.structured());
            record.headers().add("content-type", bytes("application/cloudevents+json"));
            return record;
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, publication.binary());
        publication.attributes().forEach((name, value) -> record.headers().add("ce_" + name, bytes(value)));
        record.headers().add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        super.close();
        producer.close();
    }
}
