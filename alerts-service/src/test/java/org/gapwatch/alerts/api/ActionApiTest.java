package org.gapwatch.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.alerts.service.OpenApi;
import org.gapwatch.alerts.service.RunningService;
import org.gapwatch.alerts.service.Samples;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators do about alerts, by REST, from records in the alerts topic. */
class ActionApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static RunningService service;
    private static OpenApi openApi;

    private String code = "";

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        service = new RunningService(directory);
        openApi = OpenApi.parse(service.get("/openapi.yaml").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void openAnAlert() {
        code = "c" + UUID.randomUUID();
        alert("2026-06-01", "ACTIVE", "WARNING", 1);
        // Until the feed has it there is nothing to act on.
        await().atMost(RunningService.LIMIT)
                .until(() -> acknowledge("nobody", "WATCH").body().contains("is WARNING by now"));
    }

    @Test
    void acknowledgesOnceAndTellsEveryoneWho() throws Exception {
        var acknowledged = ok(acknowledge("Anna", "WARNING"));
        assertThat(acknowledged.get("acknowledgement").get("by").asString()).isEqualTo("Anna");
        assertThat(acknowledged.get("acknowledgement").get("severity").asString()).isEqualTo("WARNING");
        assertThat(ok(acknowledge("Anna", "WARNING"))).isEqualTo(acknowledged);
        var refused = acknowledge("Bert", "CRITICAL");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Anna has acknowledged");
        awaitView("the acknowledgement", action -> action.equals(acknowledged));
        var listed = service.get("/api/actions");
        openApi.check("GET", "/api/actions", 200, "application/json", listed.body());
        assertThat(JSON.readTree(listed.body()).get("items").valueStream()).contains(acknowledged);
    }

    @Test
    void whoeverAcknowledgedCanTakeItBack() throws Exception {
        ok(acknowledge("Anna", "WARNING"));
        assertThat(takeBack("Bert").statusCode()).isEqualTo(409);
        var taken = ok(takeBack("Anna"));
        assertThat(taken.get("acknowledgement").isNull()).isTrue();
        assertThat(taken.get("lapsed").get("because").asString()).isEqualTo("TAKEN_BACK");
        assertThat(ok(takeBack("Anna"))).isEqualTo(taken);
        assertThat(ok(acknowledge("Bert", "WARNING")).get("revision").asInt()).isEqualTo(3);
    }

    @Test
    void addsEachNoteOnce() throws Exception {
        var noted = ok(note("one", "Anna", "Asked the plant.\\nThey <b>answer</b> tomorrow."));
        assertThat(noted.get("notes").get(0).get("text").asString())
                .isEqualTo("Asked the plant.\nThey <b>answer</b> tomorrow.");
        assertThat(ok(note("one", "Anna", "Asked the plant.\\nThey <b>answer</b> tomorrow."))).isEqualTo(noted);
        assertThat(note("one", "Anna", "Something else").statusCode()).isEqualTo(409);
        assertThat(ok(note("two", "Bert", "They did.")).get("notes")).hasSize(2);
    }

    @Test
    void asksAgainWhereItIsMoreSevere() throws Exception {
        ok(acknowledge("Anna", "WARNING"));
        ok(note("one", "Anna", "Asked the plant."));
        alert("2026-06-01", "ACTIVE", "CRITICAL", 2);
        awaitView("the lapse", action -> action.get("acknowledgement").isNull());
        var lapsed = view();
        assertThat(lapsed.get("lapsed").get("because").asString()).isEqualTo("MORE_SEVERE");
        assertThat(lapsed.get("lapsed").get("acknowledgement").get("by").asString()).isEqualTo("Anna");
        assertThat(lapsed.get("notes")).hasSize(1);
        assertThat(acknowledge("Bert", "WARNING").statusCode()).isEqualTo(409);
        ok(acknowledge("Bert", "CRITICAL"));
    }

    @Test
    void endsWithTheAlertAndBeginsAnewWithTheNext() throws Exception {
        ok(acknowledge("Anna", "WARNING"));
        ok(note("one", "Anna", "Asked the plant."));
        alert("2026-06-01", "RESOLVED", "WARNING", 2);
        awaitView("the end", action -> !action.get("endedAt").isNull());
        assertThat(view().get("notes")).hasSize(1);
        assertThat(service.get("/api/actions").body()).doesNotContain(code);
        var refused = acknowledge("Anna", "WARNING");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("No alert of " + code + ":COVERAGE is active");
        alert("2026-11-20", "ACTIVE", "WATCH", 1);
        await().atMost(RunningService.LIMIT).until(() -> acknowledge("Anna", "WATCH").statusCode() == 200);
        awaitView("the next", action -> action.get("endedAt").isNull() && action.get("notes").isEmpty());
    }

    @Test
    void survivesACorrectionThatMovesTheOpeningDayARestartAndALostDatabase() throws Exception {
        var acknowledged = ok(acknowledge("Anna", "WARNING"));
        try (var producer = service.transactionalProducer()) {
            producer.beginTransaction();
            for (var alert : Map.of("2026-06-01", "WITHDRAWN", "2026-05-01", "ACTIVE").entrySet()) {
                var _ = producer.send(new ProducerRecord<>(Topics.CAPABILITY_ALERTS, 0,
                        Samples.alertId(code, alert.getKey()),
                        Samples.alert(code, alert.getKey(), alert.getValue(), "WARNING", 2)));
            }
            producer.commitTransaction();
        }
        service.awaitViews();
        service.stop();
        service.dropDatabase();
        service.start();
        awaitView("the acknowledgement, from Kafka", action -> action.equals(acknowledged));
        assertThat(ok(acknowledge("Anna", "WARNING"))).isEqualTo(acknowledged);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | 422 | the texts by and severity",
            "[1] | 422 | the texts by and severity",
            "{\"by\":\"Anna\",\"severity\":\"WATCH\",\"x\":\"y\"} | 422 | and nothing else",
            "{\"by\":1,\"severity\":\"WATCH\"} | 422 | the texts by and severity",
            "{\"by\":null,\"severity\":\"WATCH\"} | 422 | the texts by and severity",
            "{\"by\":{},\"severity\":[\"WATCH\"]} | 422 | the texts by and severity",
            "{\"by\":\"\\ud800\",\"severity\":\"WATCH\"} | 422 | 1 to 80 characters",
            "{\"by\":\"Anna\",\"severity\":\"\\ud800\"} | 422 | WATCH, WARNING or CRITICAL",
            "null | 422 | the texts by and severity", "\"by\" | 422 | the texts by and severity",
            "{\"by\":\" \",\"severity\":\"WATCH\"} | 422 | 1 to 80 characters",
            "{\"by\":\"A\\nB\",\"severity\":\"WATCH\"} | 422 | in one line",
            "{\"by\":\"Anna\",\"severity\":\"RED\"} | 422 | WATCH, WARNING or CRITICAL", "{ | 400 | not JSON"})
    void saysWhatIsWrongWithAnAct(String body, int status, String told) throws Exception {
        var response = service.put(path("/acknowledgement"), body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(told);
        openApi.check("PUT", path("/acknowledgement"), status, "application/problem+json", response.body());
    }

    @Test
    void saysWhatIsWrongWithAnAddress() throws Exception {
        assertThat(service.put("/api/capabilities/" + code + "/actions/WEIGHT/acknowledgement", "{}").statusCode())
                .isEqualTo(400);
        assertThat(service.put(path("/notes/a.b"), "{\"by\":\"Anna\",\"text\":\"x\"}").statusCode()).isEqualTo(422);
        assertThat(note("a", "Anna", "x".repeat(2001)).statusCode()).isEqualTo(422);
        assertThat(service.get("/api/capabilities/nothing/actions/OUTPUT").statusCode()).isEqualTo(404);
    }

    private void alert(String openedOn, String status, String severity, int revision) {
        service.alert(Samples.alertId(code, openedOn), Samples.alert(code, openedOn, status, severity, revision));
        service.flush();
    }

    private String path(String more) {
        return "/api/capabilities/" + code + "/actions/COVERAGE" + more;
    }

    private HttpResponse<String> acknowledge(String by, String severity) throws Exception {
        return service.put(path("/acknowledgement"), "{\"by\":\"%s\",\"severity\":\"%s\"}".formatted(by, severity));
    }

    private HttpResponse<String> takeBack(String by) throws Exception {
        return service.delete(path("/acknowledgement?by=" + by));
    }

    private HttpResponse<String> note(String id, String by, String text) throws Exception {
        return service.put(path("/notes/" + id), "{\"by\":\"%s\",\"text\":\"%s\"}".formatted(by, text));
    }

    private JsonNode ok(HttpResponse<String> response) {
        assertThat(List.of(response.statusCode(), response.body())).first().isEqualTo(200);
        openApi.check(response.request().method(), response.request().uri().getPath(), 200, "application/json",
                response.body());
        return JSON.readTree(response.body());
    }

    private JsonNode view() throws Exception {
        return JSON.readTree(service.get(path("")).body());
    }

    private void awaitView(String what, Predicate<JsonNode> holds) {
        await(what).atMost(RunningService.LIMIT).ignoreExceptions().until(() -> holds.test(view()));
    }
}
