package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas. */
final class Schemas {

    private static final String PREFIX = "urn:gapwatch:schema:";
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Schema event;

    Schemas() {
        Map<String, String> all = new HashMap<>();
        Stream.concat(Stream.of("common", "event"), Stream.of(EventType.values()).map(EventType::cloudEventsType))
                .forEach(name -> all.put(PREFIX + name, text(name)));
        event = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(all))
                .getSchema(SchemaLocation.of(PREFIX + "event"));
    }

    /** What they say against a structured event. */
    List<String> errors(byte[] json) {
        try {
            return event.validate(EXACT.readTree(json)).stream().map(Object::toString).toList();
        } catch (JsonNodeException e) {
            // The validator compares with a bound as a long, and throws where a number is beyond what any bound here allows.
            return List.of(e.getOriginalMessage());
        }
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
