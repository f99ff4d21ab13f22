package org.gapwatch.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.publication.PublishedCapability;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What committed records say: the last of each key; each revision of an alert is checked as it comes. */
final class Told implements AutoCloseable {

    private final KafkaConsumer<String, String> reader;
    private final String alertsTopic;
    private final Map<String, String> records = new TreeMap<>();
    private final Map<String, Long> revisions = new HashMap<>();

    Told(String bootstrapServers, String gapsTopic, int partitions, String alertsTopic) {
        this.alertsTopic = alertsTopic;
        reader = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"), new StringDeserializer(), new StringDeserializer());
        reader.assign(Stream.concat(Stream.of(new TopicPartition(alertsTopic, 0)),
                IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(gapsTopic, i))).toList());
    }

    /** Reads on, and returns the last record of each key; of alerts what does not depend on when they were evaluated. */
    Map<String, String> read() {
        reader.poll(Duration.ofMillis(50)).forEach(record -> {
            if (record.topic().equals(alertsTopic)) {
                JsonNode alert = JsonMapper.shared().readTree(record.value());
                long revision = alert.required("revision").longValue();
                assertThat(revision).as("revision of %s", record.key())
                        .isEqualTo(revisions.getOrDefault(record.key(), 0L) + 1);
                revisions.put(record.key(), revision);
                put(record.key(), comparable(alert));
            } else {
                put(record.key(), record.value());
            }
        });
        return records;
    }

    private void put(String key, @Nullable String value) {
        if (value == null) {
            records.remove(key);
        } else {
            records.put(key, value);
        }
    }

    /** What the pure core says of some events. */
    static Map<String, String> expected(List<TestEvents.Sent> events) {
        var capabilities = new TreeMap<String, Capability>();
        events.forEach(sent -> capabilities
                .computeIfAbsent(sent.event().statement().capability(), Capability::new).add(sent.event()));
        var expected = new TreeMap<String, String>();
        capabilities.forEach((code, capability) -> {
            for (Change change : new PublishedCapability().changes(code, capability.assess(TestEvents.TODAY), true)) {
                byte[] value = change.value();
                assertThat(value).isNotNull();
                String text = new String(value, StandardCharsets.UTF_8);
                String comparable = change instanceof Change.OfAlert
                        ? comparable(JsonMapper.shared().readTree(text))
                        : text;
                assertThat(comparable).isNotNull();
                expected.put(change.key(), comparable);
            }
        });
        return expected;
    }

    private static @Nullable String comparable(JsonNode alert) {
        if (alert.required("status").stringValue().equals("WITHDRAWN")) {
            return null;
        }
        ObjectNode copy = (ObjectNode) alert.deepCopy();
        copy.remove(List.of("revision", "news"));
        return copy.toString();
    }

    @Override
    public void close() {
        reader.close();
    }
}
