package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas, run by a library that knows nothing of the reader. */
final class Schemas {

    private static final String PREFIX = "urn:gapwatch:schema:";
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final SchemaRegistry registry;

    Schemas() {
        Map<String, String> all = new HashMap<>();
        names().forEach(name -> all.put(PREFIX + name, text(name)));
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(all));
    }

    static List<String> names() {
        return Stream.concat(Stream.of("common", "event"),
                Stream.of(EventType.values()).map(EventType::cloudEventsType)).toList();
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(
                EventReader.class.getResourceAsStream("/org/gapwatch/contract/schemas/" + name + ".json"), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema of a structured event says against a text. */
    List<String> errors(String event) {
        return errors(registry.getSchema(SchemaLocation.of(PREFIX + "event")), event);
    }

    /** What is wrong with a schema, by the specification's own schema. */
    List<String> errorsOfSchema(String name) {
        Schema meta = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        return meta.validate(text(name), InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static List<String> errors(Schema schema, String json) {
        return schema.validate(EXACT.readTree(json)).stream().map(Object::toString).toList();
    }
}
