package org.gapwatch.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.service.topics.TopicDefinitions;
import org.gapwatch.service.topics.TopicSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerJobTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int PARTITIONS = 6;
    private static final int EVENTS = 3_000;
    private static final String GAPS = "peer.gaps";
    private static final String ALERTS = "peer.alerts";

    @ParameterizedTest
    @ValueSource(strings = {"hashmap+changelog", "rocksdb"})
    void tellsWhatTheCoreTellsAlsoAfterAStartFromACheckpoint(String backend, @TempDir Path directory) throws Exception {
        List<TestEvents.Sent> events = TestEvents.some(EVENTS);
        List<TestEvents.Sent> before = events.subList(0, EVENTS / 2);
        List<TestEvents.Sent> after = events.subList(EVENTS / 2, EVENTS);
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"));
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(new TopicDefinitions(new TopicSettings(PARTITIONS, (short) 1, 1, GAPS, ALERTS)).all())
                    .all().get();
            try (var told = new Told(kafka.bootstrapServers(), GAPS, PARTITIONS, ALERTS)) {
                publish(kafka.bootstrapServers(), before);
                try (var job = start(kafka.bootstrapServers(), directory, backend, null)) {
                    awaitTold(told, Told.expected(before));
                }
                publish(kafka.bootstrapServers(), after);
                try (var job = start(kafka.bootstrapServers(), directory, backend, checkpoint(directory))) {
                    awaitTold(told, Told.expected(events));
                }
            }
        }
    }

    private static RunningJob start(String bootstrapServers, Path directory, String backend, @Nullable Path checkpoint)
            throws Exception {
        var words = "peer " + GAPS + " " + ALERTS + " 100 " + backend + " " + TestEvents.TODAY
                + (checkpoint == null ? "" : " " + checkpoint);
        return RunningJob.start(bootstrapServers, directory, PeerOptions.of(List.of(words.split(" "))));
    }

    private static void publish(String bootstrapServers, List<TestEvents.Sent> events) {
        // One request at a time: a partition just created could refuse the first and take the second, and then never the
        // first again, which comes before it.
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers,
                        "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            events.forEach(sent -> producer.send(sent.canonical()));
        }
    }

    private static void awaitTold(Told told, Map<String, String> expected) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(told.read()).isEqualTo(expected));
    }

    private static Path checkpoint(Path directory) throws IOException {
        try (var files = Files.walk(directory.resolve("peer"))) {
            Path metadata = files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(PeerJobTest::number)).orElseThrow();
            return directory.resolve(metadata.subpath(directory.getNameCount(), metadata.getNameCount() - 1));
        }
    }

    private static long number(Path metadata) {
        String name = metadata.subpath(metadata.getNameCount() - 2, metadata.getNameCount() - 1).toString();
        return Long.parseLong(name.substring("chk-".length()));
    }
}
