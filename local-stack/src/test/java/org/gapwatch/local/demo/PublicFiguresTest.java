package org.gapwatch.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example says where each of its figures can be looked up, and that place is in the record. */
class PublicFiguresTest {

    @Test
    void everyEventCitesTheRecord() throws IOException {
        var record = Files.readString(Path.of("../docs/example/public-figures.csv"));
        assertThat(events()).hasSize(34).allSatisfy(event -> {
            var citation = event.at("/data/citation").asString();
            assertThat(citation).startsWith("https://");
            assertThat(record).contains(citation);
        });
    }

    @Test
    void everyIdIsUsedOnce() {
        assertThat(events().map(event -> event.get("source").asString() + " " + event.get("id").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFigureThatIsNotAWholeNumberSaysWhereItComesFrom() {
        assertThat(events().filter(event -> Stream.of("monthlyCapacity", "monthlyOutput")
                .anyMatch(field -> !event.get("data").path(field).isMissingNode()
                        && !event.get("data").get(field).isIntegralNumber())))
                .hasSizeGreaterThan(10)
                .allSatisfy(event -> assertThat(event.at("/data/note").asString()).contains("Converted"));
    }

    @Test
    void everyRampSaysThatItIsInterpolated() {
        assertThat(events().filter(event -> event.get("data").has("rampMonths"))).hasSize(5)
                .allSatisfy(event -> assertThat(event.at("/data/note").asString()).contains("Interpolated"));
    }

    private static Stream<JsonNode> events() {
        return Example.publicFigures().events().stream().map(event -> new JsonMapper().readTree(event.json()));
    }
}
