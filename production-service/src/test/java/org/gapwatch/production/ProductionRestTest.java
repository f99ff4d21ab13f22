package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.OpenApi;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lines and reference output by plain REST. Every answer is held against the OpenAPI document. */
class ProductionRestTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LINES = "/api/production-lines";
    private static final String LINE = LINES + "/{capability}/{lineId}";
    private static final String REFERENCE = "/api/reference-output";

    private static RunningService service;
    private static OpenApi openApi;

    @BeforeAll
    static void start() {
        service = RunningService.start(ProductionService.application());
        openApi = OpenApi.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theDocumentAndTheCodeHaveTheSameOperations() {
        assertThat(openApi.operations()).isEqualTo(OpenApi.mapped(service));
        assertThat(openApi.queryParameters("GET " + LINES)).containsExactly("capability", "country", "cursor",
                "limit", "producer", "site", "sort");
        assertThat(openApi.queryParameters("GET " + REFERENCE)).containsExactly("capability", "cursor", "limit",
                "sort");
        assertThat(openApi.queryParameters("POST /api/events")).containsExactly("dryRun");
        assertThat(openApi.queryParameters("GET /api/rejections")).containsExactly("cursor", "limit", "source");
    }

    @Test
    void aLinesLifeIsStatedAndFolded() {
        state("", """
                {"lineId":"l1","capability":"space.satellite","opensOn":"2026-03-10","monthlyCapacity":4,"rampMonths":1,
                 "producer":"Orbit","site":"Bremen","country":"DE","time":"2026-01-01T00:00:00Z"}""");
        state("/rescheduling", "{\"opensOn\":\"2026-04-01\",\"time\":\"2026-01-02T00:00:00Z\"}");
        state("/capacity-changes",
                "{\"effectiveOn\":\"2026-09-01\",\"monthlyCapacity\":6.5,\"time\":\"2026-01-03T00:00:00Z\"}");
        state("/closure", "{\"effectiveOn\":\"2027-01-01\",\"time\":\"2026-01-04T00:00:00Z\"}");

        String path = LINES + "/space.satellite/l1";
        await().atMost(SOON).until(() -> service.get(path).body().path("statements").size() == 4);
        JsonNode line = get("GET " + LINE, path);
        assertThat(line.get("site").asString()).isEqualTo("Bremen");
        assertThat(line.get("capacity").toString()).isEqualTo("[{\"month\":\"2026-04\",\"quantity\":2},"
                + "{\"month\":\"2026-05\",\"quantity\":4},{\"month\":\"2026-09\",\"quantity\":6.5},"
                + "{\"month\":\"2027-01\",\"quantity\":0}]");
        assertThat(get("GET " + LINES, LINES + "?capability=space.satellite&country=DE").get("items").size())
                .isEqualTo(1);
        assertThat(get("GET " + LINES, LINES + "?capability=space.satellite&country=FR").get("items").size()).isZero();
    }

    /** Only a stranger who writes past the border can do that; the stream rejects it. */
    @Test
    void anEventInAnotherPartitionThanItsCapabilitysChangesNothing() throws Exception {
        String line = """
                {"lineId":"stray","capability":"space.probe","opensOn":"2026-03-10","monthlyCapacity":4,
                 "time":"2026-01-0%sT00:00:00Z"}""";
        assertThat(service.post(LINES, line.formatted(1), "Content-Type", "application/json").status()).isEqualTo(202);
        String path = LINES + "/space.probe/stray";
        await().atMost(SOON).until(() -> service.get(path).body().path("statements").size() == 1);
        try (var producer = Kafka.producer(Servers.kafka())) {
            int partitions = producer.partitionsFor(Topics.PRODUCTION_LINES).size();
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(new ProducerRecord<>(Topics.PRODUCTION_LINES, partition,
                        "space.probe".getBytes(StandardCharsets.UTF_8),
                        Events.opened("urn:stray", "stray", "space.probe", "9").getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
        assertThat(service.post(LINES, line.formatted(2), "Content-Type", "application/json").status()).isEqualTo(202);
        // The two that were stated, and the one in its right partition.
        await().atMost(SOON).until(() -> service.get(path).body().path("statements").size() == 3);
        await().during(Duration.ofSeconds(1)).atMost(SOON)
                .until(() -> service.get(path).body().path("statements").size() == 3);
    }

    @Test
    void aPartysOutputIsStatedAndFolded() {
        for (String month : new String[]{"01", "06"}) {
            var answer = service.post(REFERENCE, """
                    {"party":"them","capability":"space.launcher","monthlyOutput":1%s,"effectiveOn":"2026-%s-01",
                     "time":"2026-01-01T00:00:00Z"}""".formatted(month, month), "Content-Type", "application/json");
            openApi.assertDescribes("POST " + REFERENCE, answer);
            assertThat(answer.header("location")).isEqualTo(REFERENCE + "/space.launcher/them");
        }
        String path = REFERENCE + "/space.launcher/them";
        await().atMost(SOON).until(() -> service.get(path).body().path("statements").size() == 2);
        assertThat(get("GET " + REFERENCE + "/{capability}/{party}", path).get("output").toString()).isEqualTo(
                "[{\"month\":\"2026-01\",\"quantity\":101},{\"month\":\"2026-06\",\"quantity\":106}]");
        assertThat(get("GET " + REFERENCE, REFERENCE + "?capability=space.launcher").get("items").size()).isEqualTo(1);
    }

    @Test
    void whatEventsAreAnsweredIsDescribedToo() {
        String[] batch = {"Content-Type", "application/cloudevents-batch+json"};
        String good = Events.opened("urn:api", "api-1", "space.rover", "1");
        String bad = Events.opened("urn:api", "api-2", "space.rover", "-1");
        for (String body : new String[]{"[" + good + "]", "[" + bad + "]", "[" + good + "," + bad + "]", "{}"}) {
            openApi.assertDescribes("POST /api/events", service.post("/api/events", body, batch));
            openApi.assertDescribes("POST /api/events", service.post("/api/events?dryRun=true", body, batch));
        }
        await().atMost(SOON).until(() -> service.get("/api/rejections?source=urn:api").body().get("items").size() == 2);
        get("GET /api/rejections", "/api/rejections?limit=1");
    }

    private static void state(String below, String body) {
        String path = below.isEmpty() ? LINES : LINES + "/space.satellite/l1" + below;
        var answer = service.post(path, body, "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        openApi.assertDescribes("POST " + (below.isEmpty() ? LINES : LINE + below), answer);
    }

    private static JsonNode get(String operation, String path) {
        var answer = service.get(path);
        assertThat(answer.status()).isEqualTo(200);
        openApi.assertDescribes(operation, answer);
        return answer.body();
    }
}
