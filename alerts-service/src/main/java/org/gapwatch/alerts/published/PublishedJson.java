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
            return enter(parser, array) && parser.nextToken() == JsonToken.START_OBJECT
                    ? scalars(parser, fields)
                    : Map.of();
        }
    }

    /** The same of the last element. */
    public static Map<String, String> scalarsOfLast(byte[] json, String array, Set<String> fields) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            Map<String, String> last = Map.of();
            if (enter(parser, array)) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    last = scalars(parser, fields);
                }
            }
            return last;
        }
    }

    /** Goes into an array that is a top-level field; false where there is none. */
    private static boolean enter(JsonParser parser, String array) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = parser.currentName().equals(array);
            if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
