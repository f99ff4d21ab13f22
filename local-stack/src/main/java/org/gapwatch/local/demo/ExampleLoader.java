package org.gapwatch.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes an example as any outsider would: CloudEvents in structured mode on the intake topics. */
public final class ExampleLoader {

    private static final RecordHeader STRUCTURED = new RecordHeader("content-type",
            "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));

    private final String bootstrapServers;

    public ExampleLoader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Publishes all events; returns once the broker has acknowledged them.
     *
     * @param acknowledged is told how many have been, as it goes
     */
    public void load(Example example, LongConsumer acknowledged) throws InterruptedException {
        var count = new AtomicLong();
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG, "gapwatch-example",
                ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = example.events().stream()
                    .map(event -> new ProducerRecord<String, String>(event.topic(), null, event.capability(),
                            event.json(), List.of(STRUCTURED)))
                    .map(publishing -> producer.send(publishing, (metadata, failure) -> {
                        if (failure == null) {
                            acknowledged.accept(count.incrementAndGet());
                        }
                    }))
                    .collect(Collectors.toList());
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The example could not be published: " + e.getMessage(), e);
        }
    }
}
