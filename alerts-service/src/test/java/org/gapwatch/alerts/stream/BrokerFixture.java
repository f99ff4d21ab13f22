package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.gapwatch.alerts.oracle.Expected;
import org.gapwatch.alerts.oracle.ExpectedRecords;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Topics;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.service.topics.TopicDefinitions;
import org.gapwatch.service.topics.TopicSettings;

/** A real broker with all topics, a publisher of canonical events, and a reader of what is committed. */
final class BrokerFixture implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int PARTITIONS = 3;

    final Outputs outputs = new Outputs();
    final EmbeddedKafka kafka;
    final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<String, String> reader;

    BrokerFixture(Path directory) throws Exception {
        kafka = EmbeddedKafka.start(directory);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        admin.createTopics(new TopicDefinitions(
                new TopicSettings(PARTITIONS, (short) 1, 1, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS)).all())
                .all().get();
        // One at a time: of two batches for a partition that is just coming up, the broker may take the second only.
        var single = client();
        single.put("max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(single, new ByteArraySerializer(), new ByteArraySerializer());
        var config = client();
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        reader = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        reader.assign(Stream
                .concat(Stream.of(new TopicPartition(Topics.CAPABILITY_ALERTS, 0)),
                        Stream.iterate(0, i -> i < PARTITIONS, i -> i + 1)
                                .map(i -> new TopicPartition(Topics.CAPABILITY_GAPS, i)))
                .toList());
    }

    Map<String, Object> client() {
        return new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** A stream that is started. */
    AlertsStream stream(StreamSettings settings, LocalDate today) {
        var stream = new AlertsStream(settings, OutputTopics.USUAL, client(), noon(today), new SimpleMeterRegistry());
        stream.start();
        return stream;
    }

    static Clock noon(LocalDate today) {
        return Clock.fixed(today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    void publish(Collection<Event> events) {
        var sent = events.stream()
                .map(event -> producer.send(new ProducerRecord<>(Topics.canonical(event.statement().entityKind()), null,
                        CanonicalEvents.key(event), CanonicalEvents.value(event),
                        CanonicalEvents.headers(event, 0))))
                .toList();
        producer.flush();
        assertThat(sent).allSatisfy(acknowledged -> assertThat(acknowledged).succeedsWithin(Duration.ZERO));
    }

    /** Waits until the output topics say what the model says. */
    void awaitTold(Map<String, Expected> expected) {
        var gaps = ExpectedRecords.gaps(expected);
        var alerts = ExpectedRecords.alerts(expected);
        await().atMost(LIMIT).untilAsserted(() -> {
            read();
            assertThat(outputs.gaps()).isEqualTo(gaps);
            assertThat(outputs.alerts()).isEqualTo(alerts);
        });
    }

    /** Waits until some gap is told. */
    void awaitAny() {
        await().atMost(LIMIT).until(() -> {
            read();
            return !outputs.gaps().isEmpty();
        });
    }

    private void read() {
        reader.poll(Duration.ofMillis(50)).forEach(record -> {
            if (record.topic().equals(Topics.CAPABILITY_ALERTS)) {
                outputs.alert(record.key(), record.value());
            } else {
                outputs.gap(record.key(), record.value());
            }
        });
    }

    Set<String> transactionalIds() throws Exception {
        return admin.listTransactions().all().get().stream().map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
    }

    /** What a client does that comes after the one of that transactional id: it ends that one's work. */
    void fence(String transactionalId) {
        var config = client();
        config.put("transactional.id", transactionalId);
        try (var successor = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            successor.initTransactions();
        }
    }

    static List<Event> part(List<Event> events, int part, int parts) {
        return events.subList(events.size() * part / parts, events.size() * (part + 1) / parts);
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
        admin.close();
        kafka.close();
    }
}
