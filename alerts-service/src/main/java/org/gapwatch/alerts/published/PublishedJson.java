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
        var found = new HashMap<String, String>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isStructStart()) {
                    parser.skipChildren();
                } else if (fields.contains(field) && value != JsonToken.VALUE_NULL) {
                    found.put(field, parser.getString());
                }
            }
        }
        return found;
    }
}
