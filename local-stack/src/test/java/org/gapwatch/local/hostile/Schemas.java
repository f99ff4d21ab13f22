package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.EventReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/** The published JSON Schemas. */
final class Schemas {

    private static final String PREFIX = "urn:gapwatch:schema:";

    private final Schema event;

    Schemas() {
        Map<String, String> all = new HashMap<>();
        Stream.concat(Stream.of("common", "event"), Stream.of(EventType.values()).map(EventType::cloudEventsType))
                .forEach(name -> all.put(PREFIX + name, text(name)));
        event = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(all))
                .getSchema(SchemaLocation.of(PREFIX + "event"));
    }

    /**
     * What they say against an event.
     *
     * @param pointer where; of what is missing, the object that it is missing in
     * @param isAnywhere whether it is not known where
     */
    record Finding(String pointer, String message, boolean isAnywhere) {
    }

    /** What they say against an event in its structured form. */
    List<Finding> errors(JsonNode json) {
        try {
            return event.validate(json).stream()
                    .map(error -> new Finding(pointer(error.getInstanceLocation()), error.getMessage(), false))
                    .toList();
        } catch (JsonNodeException e) {
            // The validator compares with a bound as a long, and throws where a number is beyond what any bound here allows.
            return List.of(new Finding("", e.getOriginalMessage(), true));
        }
    }

    /** As RFC 6901 has it; the path's own text has escapes for control characters. */
    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getName(i).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(
                EventReader.class.getResourceAsStream("/org/gapwatch/contract/schemas/" + name + ".json"), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
