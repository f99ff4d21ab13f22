package org.gapwatch.alerts.published;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads single fields of the records that the stream publishes, without building a tree of the rest. */
public final class PublishedJson {

    /** Makes parsers for what was published. */
    public static final JsonFactory FACTORY = new JsonFactory();

    private PublishedJson() {
    }

    /**
     * The text of those top-level fields that are there and are strings, numbers or truth values. Where it is no JSON
     * object: {@link IllegalArgumentException} or {@link tools.jackson.core.JacksonException}.
     */
    public static Map<String, String> scalars(byte[] json, Set<String> fields) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return scalars(parser, fields);
        }
    }

    /** Those of the object that the parser has begun. */
    private static Map<String, String> scalars(JsonParser parser, Set<String> fields) {
        var found = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (fields.contains(field) && value != JsonToken.VALUE_NULL) {
                found.put(field, parser.getString());
            }
        }
        return found;
    }

    /** The same of the first element, an object, of an array that is a top-level field; empty where there is none. */
    public static Map<String, String> scalarsOfFirst(byte[] json, String array, Set<String> fields) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals(array);
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.START_ARRAY) {
                    return parser.nextToken() == JsonToken.START_OBJECT ? scalars(parser, fields) : Map.of();
                }
                parser.skipChildren();
            }
        }
        return Map.of();
    }
}
