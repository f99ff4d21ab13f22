package org.gapwatch.local.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.local.compose.ComposeFile.PROJECT;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComposeFileTest {

    private static final JsonMapper JSON = new JsonMapper();
    /** The schema's id is relative; to what does not matter. */
    private static final SchemaLocation RELATIVE_TO = SchemaLocation.of("https://compose-spec.example/");

    private final ComposeFile compose;

    ComposeFileTest() throws IOException {
        compose = ComposeFile.read();
    }

    @Test
    void fitsTheComposeSpecification() throws IOException {
        assertThat(problems(compose.content())).isEmpty();
    }

    @Test
    void aMisspelledKeyDoesNotFitTheComposeSpecification() throws IOException {
        var kafka = new HashMap<>(compose.service("kafka"));
        kafka.put("enviroment", Map.of());
        var content = new HashMap<>(compose.content());
        content.put("services", Map.of("kafka", kafka));
        assertThat(problems(content)).singleElement().asString().contains("enviroment");
    }

    @Test
    void everyImageIsPinned() throws IOException {
        var images = compose.services().values().stream().map(service -> String.valueOf(service.get("image"))).toList();
        var bases = Files.readAllLines(PROJECT.resolve("Dockerfile")).stream().filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1]).toList();
        assertThat(images).hasSizeGreaterThan(8).allMatch(ComposeFileTest::pinned);
        assertThat(bases).hasSize(2).allMatch(ComposeFileTest::pinned);
    }

    @Test
    void nothingIsReachableFromOtherMachines() {
        assertThat(compose.texts("ports", port -> true)).hasSizeGreaterThan(7)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everyServiceIsWatchedAndRestarted() {
        compose.services().forEach((name, service) -> {
            var once = name.equals("mongo-init");
            assertThat(service.containsKey("healthcheck")).as("%s has a health check", name).isNotEqualTo(once);
            assertThat(service.get("restart")).as(name).isEqualTo(once ? "no" : "unless-stopped");
        });
    }

    @Test
    void nothingRunsWithMoreRightsThanItNeeds() throws IOException {
        compose.services().forEach((name, service) -> {
            assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
        });
        assertThat(Files.readAllLines(PROJECT.resolve("Dockerfile"))).filteredOn(line -> line.startsWith("USER "))
                .containsExactly("USER 10001:10001");
    }

    @Test
    void dataAreKeptInNamedVolumesAndConfigurationExists() {
        assertThat(compose.texts("volumes", volume -> !volume.startsWith("./")).map(volume -> volume.split(":")[0]))
                .containsExactlyInAnyOrderElementsOf(compose.volumes());
        assertThat(compose.texts("volumes", volume -> volume.startsWith("./")).map(volume -> volume.split(":")[0]))
                .hasSizeGreaterThan(4)
                .allSatisfy(folder -> assertThat(PROJECT.resolve(folder)).exists());
    }

    private static boolean pinned(String image) {
        return image.matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+[A-Za-z0-9._-]*");
    }

    private static List<Error> problems(Map<String, Object> content) throws IOException {
        try (var schema = ComposeFileTest.class.getResourceAsStream("compose-spec.json")) {
            Schema specification = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(RELATIVE_TO, JSON.readTree(Objects.requireNonNull(schema)));
            return specification.validate(JSON.valueToTree(content));
        }
    }
}
