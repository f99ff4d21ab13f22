package org.gapwatch.alerts.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's OpenAPI document, to be compared with what the service does. Objects are taken to have the members described
 * and no others, so that a member that nobody described shows.
 */
public final class OpenApi {

    private static final String BASE = "urn:gapwatch:openapi";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** Numbers exactly as written: a double would make 410.724 no multiple of 0.001. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode document;
    private final SchemaRegistry registry;

    private OpenApi(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(BASE, document.toString())));
    }

    /** The document of that YAML text. */
    public static OpenApi parse(String yaml) {
        var document = JSON.valueToTree(new Yaml().load(yaml));
        close(document.get("components").get("schemas"));
        return new OpenApi(document);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.has("properties") && object.has("type") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.properties().forEach(member -> close(member.getValue()));
        } else {
            schema.forEach(OpenApi::close);
        }
    }

    /** Every operation described, as in {@code GET /api/alerts}. */
    public Set<String> operations() {
        var operations = new TreeSet<String>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(member -> {
            if (METHODS.contains(member.getKey())) {
                operations.add(member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        return operations;
    }

    /** Every operation that a service has in code, but those that Spring brings along. */
    public static Set<String> mappings(ApplicationContext service) {
        var mappings = new TreeSet<String>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith("org.gapwatch.")) {
                        mapping.getMethodsCondition().getMethods().forEach(verb -> mapping.getPatternValues()
                                .forEach(path -> mappings.add(verb + " " + path)));
                    }
                });
        return mappings;
    }

    /** Checks an answer against the schema that is described for it. */
    public void check(String method, String requestPath, int status, String contentType, String body) {
        var path = requestPath.replaceFirst("\\?.*", "");
        // A path written out goes before one with a variable, as everywhere.
        var template = document.get("paths").propertyNames().stream().filter(each -> matches(each, path))
                .min(Comparator.comparing(each -> each.contains("{")))
                .orElseThrow(() -> new AssertionError(path + " is not described"));
        String pointer = "/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT) + "/responses/"
                + status;
        var response = document.at(pointer);
        if (response.has("$ref")) {
            pointer = response.get("$ref").asString().substring(1);
        }
        var schema = pointer + "/content/" + escaped(contentType) + "/schema";
        assertThat(document.at(schema).isMissingNode()).as("%s %s %d %s is not described", method, path, status,
                contentType).isFalse();
        validate(schema, body);
    }

    /** Checks a text against one of {@code components/schemas}. */
    public void checkComponent(String name, String body) {
        validate("/components/schemas/" + name, body);
    }

    private void validate(String pointer, String body) {
        Schema schema = registry.getSchema(SchemaLocation.of(BASE + "#" + pointer));
        assertThat(schema.validate(JSON.readTree(body))).as("%s against %s", body, pointer).isEmpty();
    }

    private static boolean matches(String template, String path) {
        var regex = Pattern.compile("\\{[^}]+}").splitAsStream(template).map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
        return path.matches(template.endsWith("}") ? regex + "[^/]+" : regex);
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
