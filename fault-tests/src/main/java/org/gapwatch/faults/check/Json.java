package org.gapwatch.faults.check;

import java.math.BigDecimal;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Canonical JSON: the same text for the same content, with exact numbers. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Json() {
    }

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static ObjectNode object(String text) {
        return (ObjectNode) read(text);
    }

    static String canonical(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    static String canonical(String json) {
        return canonical(read(json));
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node) {
            case ObjectNode object -> {
                TreeMap<String, JsonNode> members = new TreeMap<>();
                object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                text.append('{');
                members.forEach((name, value) -> {
                    text.append(name).append(':');
                    write(value, text);
                    text.append(',');
                });
                text.append('}');
            }
            case ArrayNode array -> {
                text.append('[');
                array.forEach(element -> {
                    write(element, text);
                    text.append(',');
                });
                text.append(']');
            }
            default -> text.append(node.isNumber() ? number(node.decimalValue()) : node.toString());
        }
    }
}
