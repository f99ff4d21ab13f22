package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.gapwatch.contract.codec.Reading.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The code and the schemas agree on every event, but for what a schema cannot see. */
class SchemaAgreementTest {

    private static final int ROUNDS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final List<String> VALUES = List.of("null", "true", "{}", "[]", "[1]", "0", "-0.0", "-1", "-0.001",
            "1.5", "7.000", "12e-1", "0.0005", "600", "601", "1e3", "1000000000", "1000000000.001", "1e12",
            "2147483647", "2147483648", "-2147483649", "\"\"", "\"x\"", "\"x\\n\"", "\"1.0\"", "\"1.0\\n\"",
            "\"a.b-c\"", "\"a.b-c\\n\"", "\"a..b\"", "\"A\"", "\"a b\"", "\"L-1:2.3_4\"", "\"-L\"", "\"\\u00e9\"",
            "\"\\u0000\"", "\"\\u009f\"", "\"" + "a".repeat(80) + "\"", "\"" + "a".repeat(81) + "\"",
            "\"" + "a".repeat(256) + "\"", "\"" + "\ud83d\ude00".repeat(256) + "\"", "\"" + "a".repeat(257) + "\"",
            "\"EUR\"", "\"EURO\"", "\"2026-02-28\"", "\"2026-02-28\\n\"", "\"2026-02-29\"", "\"2096-02-29\"",
            "\"2100-02-29\"", "\"2000-02-29\"", "\"1990-01-01\"", "\"1989-12-31\"", "\"2100-12-31\"",
            "\"2101-01-01\"", "\"2026-04-31\"", "\"2026-13-01\"", "\"2026-00-10\"", "\"2026-01-00\"",
            "\"20260101\"", "\"\\u0662026-01-01\"", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01t00:00:00z\"",
            "\"2026-01-01 00:00:00Z\"", "\"2026-01-01T23:59:59.123456789-23:59\"",
            "\"2026-01-01T23:59:59.1234567890Z\"", "\"2026-01-01T00:00:60Z\"", "\"2026-01-01T24:00:00Z\"",
            "\"2026-01-01T00:00:00+24:00\"", "\"2026-01-01T00:00Z\"", "\"1989-12-31T23:30:00-01:00\"",
            "\"1989-12-31T23:30:00Z\"", "\"2101-01-01T00:10:00+01:00\"", "\"0000-01-01T00:00:00Z\"",
            "\"application/json\"", "\"application/json\\n\"", "\"application/xml\"",
            "\"application/cloudevents+json\"", "\"Application/CloudEvents-batch+json;charset=utf-8\"",
            "\"a/b+json;charset=UTF-8\"",
            "\"application/json; a=b; charset=utf-16\"", "\"application/json; a=b\"", "\"eyJ9\"", "\"eyJ\"",
            "\"org.gapwatch.procurement.order.delivered.v1\"", "\"org.gapwatch.procurement.order.delivered.v2\"",
            "[{\"dueOn\":\"2026-01-01\",\"quantity\":5}]", "{\"dueOn\":\"2026-01-01\",\"quantity\":5}",
            "{\"amount\":5.0001,\"currency\":\"USD\"}", "{\"amount\":\"5\",\"currency\":\"USD\"}");
    private static final List<String> NAMES = List.of("specversion", "id", "source", "type", "time", "subject",
            "datacontenttype", "dataschema", "data", "data_base64", "myext", "My_Ext", "capability", "lineId",
            "orderId", "party", "deliveryId", "opensOn", "effectiveOn", "deliveredOn", "monthlyCapacity",
            "monthlyOutput", "quantity", "rampMonths", "schedule", "value", "producer", "site", "country", "reason",
            "buyer", "supplier", "citation", "note", "dueOn", "amount", "currency", "unknown");

    private final Schemas schemas = new Schemas();

    @ParameterizedTest
    @MethodSource("org.gapwatch.contract.codec.Schemas#names")
    void everySchemaIsOne(String name) {
        assertThat(schemas.errorsOfSchema(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goodAndMutatedEvents(EventType type) {
        Set<ProblemCode> seen = EnumSet.noneOf(ProblemCode.class);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long seed = 1_000_000L * type.ordinal() + round;
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            ObjectNode event = (ObjectNode) JSON.readTree(Samples.event(type));
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutate(event, random);
            }
            if (event.path("data_base64").isString() && !event.has("data")) {
                continue; // what is inside, a schema cannot see
            }
            String text = JSON.writeValueAsString(event);
            List<String> errors = schemas.errors(text);
            switch (EventReader.readStructured(text.getBytes(UTF_8))) {
                case Accepted reading -> {
                    Samples.assertReadBack(reading);
                    accepted++;
                    assertThat(errors).as("seed %s: the code accepts %s", seed, text).isEmpty();
                }
                case Rejected rejected -> {
                    rejected.problems().forEach(problem -> seen.add(problem.code()));
                    if (rejected.problems().stream().anyMatch(problem -> !problem.code().borderOnly())) {
                        assertThat(errors).as("seed %s: the code rejects %s for %s", seed, text, rejected.problems())
                                .isNotEmpty();
                    }
                }
            }
        }
        assertThat(accepted).isBetween(ROUNDS / 50, ROUNDS / 2);
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void schedulesAtTheirLimits() {
        for (int entries : List.of(0, 1, 500, 501)) {
            ObjectNode event = (ObjectNode) JSON.readTree(Samples.event(EventType.ORDER_AMENDED));
            ArrayNode schedule = event.withObject("/data").putArray("schedule");
            for (int i = 0; i < entries; i++) {
                schedule.addObject().put("dueOn", "2026-01-01").put("quantity", i);
            }
            String text = JSON.writeValueAsString(event);
            boolean accepted = EventReader.readStructured(text.getBytes(UTF_8)) instanceof Accepted;
            assertThat(accepted).isEqualTo(entries == 1 || entries == 500);
            assertThat(schemas.errors(text).isEmpty()).isEqualTo(accepted);
        }
    }

    private static void mutate(ObjectNode event, RandomGenerator random) {
        List<ObjectNode> objects = new ArrayList<>();
        objects(event, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(object.propertyNames());
        String name = names.isEmpty() || random.nextInt(6) == 0
                ? NAMES.get(random.nextInt(NAMES.size()))
                : names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> {
                JsonNode value = object.remove(name);
                object.set(NAMES.get(random.nextInt(NAMES.size())), value == null ? JSON.nullNode() : value);
            }
            default -> object.set(name, JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        }
    }

    private static void objects(JsonNode node, List<ObjectNode> result) {
        if (node instanceof ObjectNode object) {
            result.add(object);
        }
        node.valueStream().forEach(child -> objects(child, result));
    }
}
