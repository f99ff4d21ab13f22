package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Outcome;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.episode.Trend;
import org.gapwatch.alerts.gap.Cause;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.oracle.EventSet;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.topics.TopicDefinitions;
import org.gapwatch.service.topics.TopicSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document against the topics as they are created, and against what the stream publishes. */
class AsyncApiTest {

    private static final String BASE = "urn:gapwatch:asyncapi";

    private final JsonNode document;
    private final SchemaRegistry registry;

    AsyncApiTest() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(AsyncApiTest.class.getResourceAsStream("/alerts-service/static/asyncapi.yaml"))) {
            document = Outputs.JSON.valueToTree(new Yaml().load(in));
        }
        close(document.at("/components/schemas"));
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(BASE, document.toString())));
    }

    /** So that a member that nobody described shows. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && object.has("type")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(AsyncApiTest::close);
    }

    @Test
    void describesEveryTopicAsItIsCreated() {
        var created = new TreeMap<String, String>();
        new TopicDefinitions(new TopicSettings(6, (short) 3, 2, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS)).all()
                .forEach(topic -> created.put(topic.name(), created(topic)));
        var described = new TreeMap<String, String>();
        document.get("channels").forEach(
                channel -> described.put(channel.get("address").asString(), described(channel.at("/bindings/kafka"))));
        assertThat(described).isEqualTo(created);
    }

    private static String created(NewTopic topic) {
        var settings = new TreeMap<>(topic.configs());
        // Belongs to the installation, not to the topic's meaning.
        settings.remove("min.insync.replicas");
        return topic.numPartitions() + " " + settings;
    }

    private static String described(JsonNode binding) {
        var settings = new TreeMap<String, String>();
        binding.get("topicConfiguration").properties().forEach(setting -> settings.put(setting.getKey(),
                setting.getValue().isArray()
                        ? setting.getValue().valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                        : setting.getValue().asString()));
        return binding.get("partitions").asInt() + " " + settings;
    }

    @Test
    void referencesLeadSomewhere() {
        document.findValuesAsString("$ref").forEach(
                reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void namesEveryValueThatThereIs() {
        assertEnum("/components/schemas/Measure", Measure.values());
        assertEnum("/components/schemas/Trend", Trend.values());
        assertEnum("/components/schemas/Phase", Phase.values());
        assertEnum("/components/schemas/Severity", Severity.values());
        assertEnum("/components/schemas/Outcome", Outcome.values());
        assertEnum("/components/schemas/Status", AlertStatus.values());
        assertEnum("/components/schemas/Gap/properties/why/properties/parts/items/properties/cause", Cause.values());
        assertEnum("/components/schemas/Event/properties/type",
                Arrays.stream(EventType.values()).map(EventType::cloudEventsType).toArray());
    }

    private void assertEnum(String pointer, Object[] values) {
        assertThat(document.at(pointer + "/enum").valueStream().map(JsonNode::asString).toList())
                .containsExactlyInAnyOrderElementsOf(Stream.of(values).map(Object::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void describesWhatTheStreamPublishes(long seed) throws IOException {
        var set = EventSet.random(seed);
        try (var stream = new StreamHarness(set.today())) {
            set.events().forEach(stream::send);
            var outputs = stream.settle();
            outputs.gaps().forEach(
                    (key, json) -> assertDescribed(key.matches(".*:[0-9]{4}") ? "GapYear" : "Gap", json));
            outputs.records().forEach(alert -> assertDescribed("Alert", alert));
        }
    }

    private void assertDescribed(String schema, String json) {
        assertThat(registry.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema))
                .validate(Outputs.JSON.readTree(json))).as(json).isEmpty();
    }
}
