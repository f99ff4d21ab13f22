package org.gapwatch.border.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.EntityKind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One kind of entity in the read model.
 *
 * @param kind the kind
 * @param name the collection, and its address below {@code /api/}
 * @param labelNames the texts in events' data that lists show and filter by, such as {@code producer}
 */
public record EntityCollection(EntityKind kind, String name, List<String> labelNames) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Copies the list. */
    public EntityCollection {
        labelNames = List.copyOf(labelNames);
    }

    /** Where its entities are found. */
    public String address() {
        return "/api/" + name;
    }

    /** The labels in an accepted event's data. */
    Map<String, String> labels(String data) {
        Map<String, String> labels = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), data)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING && labelNames.contains(name)) {
                    labels.put(name, parser.getString());
                }
                parser.skipChildren();
            }
        }
        return labels;
    }
}
