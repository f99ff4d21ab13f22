package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.CanonicalRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the border has written, and the stream after it. */
final class Written {

    static final List<String> CANONICAL = List.of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT,
            Topics.PROCUREMENT_ORDERS);

    private static final JsonMapper JSON = new JsonMapper();

    private final String bootstrapServers;

    Written(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The rejections by where the events came from, in the form of {@link Outsider.Sent}. */
    Map<String, List<JsonNode>> rejections() {
        Map<String, List<JsonNode>> rejections = new HashMap<>();
        for (var record : records(Topics.REJECTED_EVENTS)) {
            JsonNode rejection = JSON.readTree(record.value());
            JsonNode origin = rejection.get("origin");
            String key = origin.has("topic")
                    ? Outsider.origin(origin.get("topic").asString(), origin.get("partition").asInt(),
                            origin.get("offset").asLong())
                    : origin.get("request").asString() + "/" + origin.get("index").asInt();
            rejections.computeIfAbsent(key, _ -> new ArrayList<>()).add(rejection);
        }
        return rejections;
    }

    /** The codes of a rejection's or an answer's problems, each once. */
    static Set<String> codes(JsonNode rejection) {
        Set<String> codes = new TreeSet<>();
        rejection.path("problems").forEach(problem -> codes.add(problem.path("code").asString("")));
        return codes;
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** All canonical records, each as text with all that it bears but the time of its intake. */
    List<Canonical> canonical() {
        return CANONICAL.stream().flatMap(topic -> records(topic).stream()).map(Canonical::of).toList();
    }

    /** A canonical record: its source and id, and all of it as text. */
    record Canonical(String source, String id, String text) {

        static Canonical of(ConsumerRecord<byte[], byte[]> record) {
            var text = new StringBuilder(record.topic()).append(' ').append(new String(record.key(), UTF_8));
            Map<String, String> attributes = new HashMap<>();
            for (var header : record.headers()) {
                if (!header.key().equals(CanonicalRecord.INTAKE_AT)) {
                    attributes.put(header.key(), new String(header.value(), UTF_8));
                    text.append('\n').append(header.key()).append(": ").append(new String(header.value(), UTF_8));
                }
            }
            text.append("\n\n").append(new String(record.value(), ISO_8859_1));
            return new Canonical(attributes.getOrDefault("ce_source", ""), attributes.getOrDefault("ce_id", ""),
                    text.toString());
        }
    }

    /** The latest value of each key of a compacted topic. */
    Map<String, String> latest(String topic) {
        Map<String, String> latest = new HashMap<>();
        for (var record : records(topic)) {
            String key = new String(record.key(), UTF_8);
            if (record.value() == null) {
                latest.remove(key);
            } else {
                latest.put(key, new String(record.value(), UTF_8));
            }
        }
        return latest;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return Kafka.committed(bootstrapServers, topic);
    }
}
