package org.gapwatch.border.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document that a service serves, held against what it does. */
public final class OpenApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode document;

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    /** The document at {@code /openapi.yaml}. */
    public static OpenApi of(RunningService service) {
        var answer = service.get("/openapi.yaml");
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Object> yaml = new Yaml().load(answer.response().body());
        return new OpenApi((ObjectNode) JSON.<JsonNode>valueToTree(yaml));
    }

    /** Its operations, such as {@code GET /api/orders}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The operations below {@code /api/} that the service's code has. */
    public static Set<String> mapped(RunningService service) {
        Set<String> operations = new TreeSet<>();
        service.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods().keySet()
                .forEach(mapping -> mapping.getPatternValues().stream().filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition().getMethods()
                                .forEach(method -> operations.add(method + " " + path))));
        return operations;
    }

    /** The query parameters that an operation describes. */
    public Set<String> queryParameters(String operation) {
        Set<String> names = new TreeSet<>();
        JsonNode described = operation(operation).get("parameters");
        if (described != null) {
            described.forEach(parameter -> {
                JsonNode resolved = resolved(parameter);
                if (resolved.get("in").asString().equals("query")) {
                    names.add(resolved.get("name").asString());
                }
            });
        }
        return names;
    }

    /** Asserts that an answer is one that the operation describes, by status, media type and schema. */
    public void assertDescribes(String operation, RunningService.Answer answer) {
        JsonNode response = operation(operation).get("responses").get(Integer.toString(answer.status()));
        assertThat(response).as("%s answers %s", operation, answer.status()).isNotNull();
        String mediaType = answer.header("content-type").replaceFirst(";.*", "");
        JsonNode content = resolved(response).get("content").get(mediaType);
        assertThat(content).as("%s answers %s as %s", operation, answer.status(), mediaType).isNotNull();
        // All of the document, with the wanted schema at its root: so that its references resolve.
        ObjectNode root = JSON.createObjectNode();
        root.set("components", document.get("components"));
        root.set("allOf", JSON.createArrayNode().add(content.get("schema")));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
        assertThat(schema.validate(answer.body())).as("%s: %s", operation, answer.body()).isEmpty();
    }

    private JsonNode operation(String operation) {
        String[] parts = operation.split(" ", 2);
        return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(java.util.Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }
}
