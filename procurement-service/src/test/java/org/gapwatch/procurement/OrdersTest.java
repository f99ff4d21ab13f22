package org.gapwatch.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.OpenApi;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders by plain REST, as a person states and reads them. Every answer is held against the OpenAPI document. */
class OrdersTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ORDERS = "/api/orders";
    private static final String ONE = "/api/orders/{capability}/{orderId}";

    private static RunningService service;
    private static OpenApi openApi;

    @BeforeAll
    static void start() {
        service = RunningService.start(ProcurementService.application());
        openApi = OpenApi.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theDocumentAndTheCodeHaveTheSameOperations() {
        assertThat(openApi.operations()).isEqualTo(OpenApi.mapped(service));
        assertThat(openApi.queryParameters("GET " + ORDERS)).containsExactly("buyer", "capability", "cursor", "limit",
                "sort", "supplier");
    }

    @Test
    void anOrdersLifeIsStatedAndFolded() {
        var placed = state(ORDERS,
                """
                        {"orderId":"life","capability":"ships.frigate","buyer":"Navy","time":"2026-01-01T00:00:00Z",
                         "schedule":[{"dueOn":"2026-03-01","quantity":10},{"dueOn":"2026-05-31","quantity":2.50}],"extra":{"a":[1]}}""");
        assertThat(placed.status()).isEqualTo(202);
        assertThat(placed.header("location")).isEqualTo("/api/orders/ships.frigate/life");
        assertThat(placed.body().get("source").asString()).isEqualTo("urn:gapwatch:rest");

        stateAbout(ONE + "/deliveries", "ships.frigate", "life",
                "{\"deliveryId\":\"d1\",\"quantity\":4,\"deliveredOn\":\"2026-02-01\",\"time\":\"2026-02-01T00:00:00Z\"}");
        var order = seen("ships.frigate", "life", 2);
        assertThat(order.get("buyer").asString()).isEqualTo("Navy");
        assertThat(order.get("outstanding").decimalValue()).isEqualByComparingTo("8.5");
        assertThat(order.get("outstandingByMonth").toString())
                .isEqualTo("[{\"month\":\"2026-03\",\"quantity\":6},{\"month\":\"2026-05\",\"quantity\":2.5}]");
        var statement = order.get("statements").get(0);
        assertThat(statement.get("type").asString()).isEqualTo("org.gapwatch.procurement.order.placed.v1");
        assertThat(statement.get("time").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(statement.get("data").get("extra").toString()).isEqualTo("{\"a\":[1]}");
        assertThat(statement.get("data").has("time")).isFalse();

        // A correction that arrives late takes its place by its time.
        stateAbout(ONE + "/amendments", "ships.frigate", "life",
                "{\"schedule\":[{\"dueOn\":\"2026-03-01\",\"quantity\":5}],\"time\":\"2026-01-15T00:00:00Z\"}");
        assertThat(seen("ships.frigate", "life", 3).get("outstanding").intValue()).isEqualTo(1);
        stateAbout(ONE + "/cancellation", "ships.frigate", "life", "{}");
        assertThat(seen("ships.frigate", "life", 4).get("outstanding").intValue()).isZero();
    }

    @Test
    void aCancellationNeedsNoBodyButABodyIsJson() {
        String path = ORDERS + "/ships.frigate/unwanted/cancellation";
        var answer = service.post(path, "", "Accept", "application/json");
        openApi.assertDescribes("POST " + ONE + "/cancellation", answer);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(service.post(path, "", "Content-Type", "application/x-www-form-urlencoded").status())
                .isEqualTo(202);
        for (String type : new String[]{"text/plain", "application/x-www-form-urlencoded", "?"}) {
            assertThat(service.post(path, "{}", "Content-Type", type).status()).isEqualTo(415);
        }
        assertThat(service.post(path, "{}", "Accept", "application/json").status()).isEqualTo(415);
    }

    @Test
    void problemsPointIntoTheBodyThatWasSent() {
        var answer = state(ORDERS,
                "{\"capability\":\"Ships\",\"source\":7,\"time\":\"yesterday\",\"schedule\":[{\"dueOn\":\"2026-03-01\",\"quantity\":0.0001}]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().get("problems").valueStream().map(each -> each.get("pointer").asString()))
                .containsExactlyInAnyOrder("/source", "/time", "/orderId", "/capability", "/schedule/0/quantity");
        await().atMost(SOON).until(() -> service.get("/api/rejections").body().toString(),
                all -> all.contains(answer.header("X-Request-Id")));

        assertThat(state(ORDERS, "{\"orderId\":").status()).isEqualTo(400);
        assertThat(state(ORDERS, "{\"note\":\"" + "x".repeat(70_000) + "\"}").status()).isEqualTo(413);
        assertThat(service.post(ORDERS, "{}", "Content-Type", "text/plain").status()).isEqualTo(415);
    }

    @Test
    void whatTheAddressSaysCannotBeContradictedNorBrokenOutOf() {
        String other = "{\"orderId\":\"another\",\"schedule\":[{\"dueOn\":\"2026-03-01\",\"quantity\":1}]}";
        var contradicted = stateAbout(ONE + "/amendments", "ships.frigate", "this", other);
        assertThat(contradicted.body().get("problems").get(0).get("pointer").asString()).isEqualTo("/orderId");

        var broken = stateAbout(ONE + "/cancellation", "ships.frigate", "a%22,%22reason%22:%22b", "{}");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body().get("problems").get(0).get("detail").asString()).startsWith("orderId in the address:");
        assertThat(broken.body().get("problems").get(0).get("code").asString()).isEqualTo("id-not-valid");
    }

    @Test
    void anIdempotencyKeyMakesTheSameRequestCountOnce() {
        String body = "{\"orderId\":\"key\",\"capability\":\"ships.frigate\",\"schedule\":[{\"dueOn\":\"2026-03-01\",\"quantity\":%s}]}";
        var first = state(ORDERS, body.formatted("1"), "Idempotency-Key", "k-1");
        var again = state(ORDERS, body.formatted("1.0"), "Idempotency-Key", "k-1");
        var other = state(ORDERS, body.formatted("2"), "Idempotency-Key", "k-1");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.body().get("id").asString()).isEqualTo("k-1");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("problems").get(0).get("code").asString()).isEqualTo("id-reused");
        assertThat(Kafka.committed(Servers.kafka(), Topics.PROCUREMENT_ORDERS).stream()
                .filter(each -> Kafka.header(each, "ce_id").equals("k-1"))).hasSize(1);
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        for (int i = 0; i < 5; i++) {
            state(ORDERS, """
                    {"orderId":"o%d","capability":"cyber.gateway","buyer":"%s","time":"2026-01-0%dT00:00:00Z",
                     "schedule":[{"dueOn":"2026-03-01","quantity":1}]}""".formatted(i, i % 2 == 0 ? "Army" : "Navy",
                    5 - i));
        }
        seen("cyber.gateway", "o4", 1);
        await().atMost(SOON).until(() -> ids("capability=cyber.gateway").size() == 5);
        assertThat(ids("capability=cyber.gateway")).containsExactly("o0", "o1", "o2", "o3", "o4");
        assertThat(ids("capability=cyber.gateway&sort=-id")).containsExactly("o4", "o3", "o2", "o1", "o0");
        assertThat(ids("capability=cyber.gateway&sort=updatedAt&buyer=Army")).containsExactly("o4", "o2", "o0");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            var page = get("GET " + ORDERS,
                    ORDERS + "?capability=cyber.gateway&sort=-updatedAt&limit=2&cursor=" + cursor);
            page.get("items").forEach(item -> paged.add(item.get("orderId").asString()));
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).containsExactly("o0", "o1", "o2", "o3", "o4");
    }

    @Test
    void whatIsNotThereOrNotAskedRightIsToldSo() {
        get("GET " + ONE, ORDERS + "/ships.frigate/nowhere");
        assertThat(service.get(ORDERS + "/ships.frigate/nowhere").status()).isEqualTo(404);
        assertThat(service.get(ORDERS + "?limit=0").status()).isEqualTo(400);
        assertThat(service.get(ORDERS + "?sort=price").status()).isEqualTo(400);
        assertThat(service.get(ORDERS + "?cursor=abc").status()).isEqualTo(400);
        assertThat(service.get(ORDERS + "?colour=red").status()).isEqualTo(400);
    }

    @Test
    void healthAndMetricsTellHowItStands() {
        await().atMost(SOON).until(() -> service.get("/actuator/health/readiness").status() == 200);
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        state(ORDERS,
                "{\"orderId\":\"m\",\"capability\":\"ships.m\",\"schedule\":[{\"dueOn\":\"2026-03-01\",\"quantity\":1}]}");
        state(ORDERS, "{}");
        String metrics = service.get("/actuator/prometheus").response().body();
        assertThat(metrics).contains(
                "gapwatch_events_accepted_total{type=\"org.gapwatch.procurement.order.placed.v1\"}",
                "gapwatch_events_rejected_total{code=\"field-missing\"}", "gapwatch_intake_lag_records",
                "gapwatch_projection_lag");
    }

    private static RunningService.Answer state(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        var answer = service.post(path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
        openApi.assertDescribes("POST " + path, answer);
        return answer;
    }

    private static RunningService.Answer stateAbout(String template, String capability, String orderId, String body) {
        String path = template.replace("{capability}", capability).replace("{orderId}", orderId);
        var answer = service.post(path, body, "Content-Type", "application/json");
        openApi.assertDescribes("POST " + template, answer);
        return answer;
    }

    private static JsonNode get(String operation, String path) {
        var answer = service.get(path);
        openApi.assertDescribes(operation, answer);
        return answer.body();
    }

    private static JsonNode seen(String capability, String orderId, int statements) {
        String path = ORDERS + "/" + capability + "/" + orderId;
        await().atMost(SOON).until(() -> service.get(path).body().path("statements").size() == statements);
        return get("GET " + ONE, path);
    }

    private static List<String> ids(String query) {
        return get("GET " + ORDERS, ORDERS + "?" + query).get("items").valueStream()
                .map(item -> item.get("orderId").asString()).toList();
    }
}
