package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes good events at random: as JSON, as text, as bytes, and in the headers around them. */
final class Mutation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> VALUES = List.of("null", "true", "{}", "[]", "[1]", "0", "-0.0", "-1", "-0.001",
            "1.5", "7.000", "12e-1", "0.0005", "600", "601", "1e3", "1000000000", "1000000000.001", "1e12", "1e999",
            "2147483648", "\"\"", "\" \"", "\"x\"", "\"x\\n\"", "\"1.0\"", "\"a.b-c\"", "\"a..b\"", "\"A\"",
            "\"a b\"", "\"-L\"", "\"\\u00e9\"", "\"\\u0000\"", "\"" + "a".repeat(81) + "\"",
            "\"" + "a".repeat(257) + "\"", "\"EUR\"", "\"2026-02-28\"", "\"2026-02-29\"", "\"1989-12-31\"",
            "\"2101-01-01\"", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:60Z\"", "\"2099-01-01T00:00:00Z\"",
            "\"1989-12-31T23:30:00Z\"", "\"application/json\"", "\"application/xml\"", "\"<script>\"",
            "\"org.gapwatch.procurement.order.delivered.v1\"", "\"org.gapwatch.production.line.closed.v1\"",
            "[{\"dueOn\":\"2026-01-01\",\"quantity\":5}]", "{\"amount\":5.0001,\"currency\":\"USD\"}");
    private static final List<String> NAMES = List.of("id", "source", "type", "time", "subject", "datacontenttype",
            "data", "myext", "My_Ext", "capability", "lineId", "orderId", "quantity", "schedule", "value", "note",
            "dueOn", "$set", "a.b", "");
    private static final List<String> PIECES = List.of("\"", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\ud800", "0",
            "-", "e9", ".", " ", "\n", "\0", "null", "NaN", "/*", "\u00e9", "\ud83d\ude00", "\ufeff");

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    /** A good event that has been changed once or a few times; its source and ids are its own, where they are left. */
    Record of(int n) {
        Sample sample = Sample.ALL.get(random.nextInt(Sample.ALL.size()));
        Intake intake = random.nextInt(50) == 0 ? other(sample.intake()) : sample.intake();
        ObjectNode event = (ObjectNode) JSON.readTree(ByteText.bytes(Sample.own(sample.structured(), n)));
        for (int left = random.nextInt(3); left > 0; left--) {
            json(event);
        }
        boolean binary = random.nextInt(3) == 0;
        byte[] value = JSON.writeValueAsBytes(binary ? event.path("data") : event);
        for (int left = random.nextInt(4) - 1; left > 0; left--) {
            value = random.nextBoolean() ? piece(value) : bytes(value);
        }
        List<Header> headers = new ArrayList<>(Header.of(binary
                ? sample.headers("ce_", n)
                : random.nextBoolean() ? Map.of() : Map.of("content-type", Corpus.STRUCTURED)));
        while (random.nextInt(8) == 0) {
            header(headers);
        }
        return new Record(intake, headers, random.nextInt(200) == 0 ? null : value);
    }

    private static Intake other(Intake intake) {
        return intake == Intake.PRODUCTION ? Intake.PROCUREMENT : Intake.PRODUCTION;
    }

    private void json(ObjectNode event) {
        List<ObjectNode> objects = new ArrayList<>();
        objects(event, objects);
        ObjectNode object = one(objects);
        List<String> names = new ArrayList<>(object.propertyNames());
        String name = names.isEmpty() || random.nextInt(6) == 0 ? one(NAMES) : one(names);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> {
                JsonNode value = object.remove(name);
                object.set(one(NAMES), value == null ? JSON.nullNode() : value);
            }
            default -> object.set(name, JSON.readTree(one(VALUES)));
        }
    }

    private static void objects(JsonNode node, List<ObjectNode> result) {
        if (node instanceof ObjectNode object) {
            result.add(object);
        }
        node.valueStream().forEach(child -> objects(child, result));
    }

    /** Puts a piece of text somewhere, in place of some characters or of none. */
    private byte[] piece(byte[] value) {
        String text = new String(value, UTF_8);
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(3));
        return (text.substring(0, from) + one(PIECES).repeat(1 + random.nextInt(2)) + text.substring(to))
                .getBytes(UTF_8);
    }

    private byte[] bytes(byte[] value) {
        if (value.length == 0) {
            return value;
        }
        byte[] changed = value.clone();
        switch (random.nextInt(3)) {
            case 0 -> changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            case 1 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            default -> changed = Arrays.copyOf(changed, random.nextInt(changed.length));
        }
        return changed;
    }

    private void header(List<Header> headers) {
        int at = headers.isEmpty() ? -1 : random.nextInt(headers.size());
        switch (random.nextInt(4)) {
            case 0 -> headers.add(new Header("ce_" + one(NAMES), headerValue()));
            case 1 -> headers.add(Header.of("content-type", random.nextBoolean() ? "application/json" : "text/xml"));
            case 2 -> {
                if (at >= 0) {
                    headers.remove(at);
                }
            }
            default -> {
                if (at >= 0) {
                    headers.set(at, new Header(headers.get(at).name(), headerValue()));
                }
            }
        }
    }

    private byte @Nullable [] headerValue() {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> new byte[]{(byte) random.nextInt(256)};
            default -> one(VALUES).replace("\"", "").getBytes(UTF_8);
        };
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
