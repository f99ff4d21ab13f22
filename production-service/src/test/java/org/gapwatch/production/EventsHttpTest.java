package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code POST /api/events}: what is answered, and what is written. */
class EventsHttpTest {

    private static final String[] STRUCTURED = {"Content-Type", "application/cloudevents+json"};
    private static final String[] BATCH = {"Content-Type", "application/cloudevents-batch+json"};
    private static final String OPENED = "org.gapwatch.production.line.opened.v1";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ProductionService.application());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aStructuredEventIsWrittenToItsCanonicalTopicBeforeItIsAnswered() {
        var answer = service.post("/api/events?dryRun=false", Events.opened("urn:http", "s-1", "tanks.heavy", "10"),
                STRUCTURED);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().toString()).isEqualTo("{\"results\":[{\"index\":0,\"status\":202,\"id\":\"s-1\"}]}");
        assertThat(accepted("urn:http", "s-1")).isEqualTo(1);
    }

    @Test
    void aBinaryEventBearsItsAttributesPercentDecodedInHeaders() {
        var answer = service.post("/api/events",
                """
                        {"lineId":"b-1","capability":"tanks.heavy","opensOn":"2026-01-01","monthlyCapacity":1.5,"extra":[1, 2]}""",
                "Content-Type", "application/json", "ce-specversion", "1.0", "ce-id", "b-1", "ce-source",
                "urn:http:K%C3%B6ln%20%E2%82%AC", "ce-type", OPENED, "ce-time", "2026-01-05T08:00:00Z", "ce-trace",
                "\"quoted \\\"too\\\"\"");

        assertThat(answer.status()).isEqualTo(202);
        var record = Kafka.committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                .filter(each -> Kafka.header(each, "ce_id").equals("b-1")).findFirst().orElseThrow();
        assertThat(Kafka.header(record, "ce_source")).isEqualTo("urn:http:Köln €");
        assertThat(Kafka.header(record, "ce_trace")).isEqualTo("quoted \"too\"");
        assertThat(record.key()).asString().isEqualTo("tanks.heavy");
        assertThat(record.value()).asString().endsWith("\"extra\":[1, 2]}");
    }

    @Test
    void aBatchGetsOneResultAnEventInOrder() {
        var answer = service.post("/api/events",
                "[" + Events.opened("urn:batch", "1", "tanks.heavy", "10") + ","
                        + Events.opened("urn:batch", "2", "tanks.heavy", "-1") + ", 17 ]",
                BATCH);

        assertThat(answer.status()).isEqualTo(207);
        var results = answer.body().get("results");
        assertThat(results.get(0).get("status").asInt()).isEqualTo(202);
        assertThat(results.get(1).get("status").asInt()).isEqualTo(422);
        assertThat(results.get(1).get("problems").get(0).get("pointer").asString())
                .isEqualTo("/data/monthlyCapacity");
        assertThat(results.get(2).get("status").asInt()).isEqualTo(422);
        assertThat(accepted("urn:batch", "1")).isEqualTo(1);
        assertThat(rejected("\"request\":\"" + answer.header("X-Request-Id") + "\"")).isEqualTo(2);
        assertThat(rejected("\"original\":\"17\"")).isPositive();
    }

    @Test
    void aBatchOfWhichAllIsRejectedIsAProblemWithItsResults() {
        var answer = service.post("/api/events", "[" + Events.opened("urn:batch", "3", "Tanks!", "10") + "]", BATCH);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().get("results").get(0).get("problems").get(0).get("code").asString())
                .isEqualTo("capability-not-valid");
    }

    @Test
    void aDryRunWritesNothingAndReservesNothing() {
        String event = Events.opened("urn:dry", "1", "tanks.heavy", "10");
        var dry = service.post("/api/events?dryRun=true", "[" + event + "," + Events.opened("urn:dry", "1",
                "tanks.heavy", "11") + "]", BATCH);

        assertThat(dry.status()).isEqualTo(207);
        assertThat(dry.body().get("results").get(0).get("status").asInt()).isEqualTo(200);
        assertThat(dry.body().get("results").get(1).get("problems").get(0).get("code").asString())
                .isEqualTo("id-reused");
        assertThat(accepted("urn:dry", "1")).isZero();
        assertThat(rejected("urn:dry")).isZero();
        assertThat(service.post("/api/events", Events.opened("urn:dry", "1", "tanks.heavy", "12"), STRUCTURED)
                .status()).isEqualTo(202);
    }

    @Test
    void aDryRunTellsOfAnEventAheadOfItsTimeThatItContradictsItsBatchToo() {
        String event = Events.opened("urn:dry-ahead", "1", "tanks.heavy", "10");
        var dry = service.post("/api/events?dryRun=true",
                "[" + event + "," + event.replace("2026-01-05", "2099-01-05") + "]", BATCH);

        assertThat(dry.status()).isEqualTo(207);
        assertThat(dry.body().get("results").get(1).get("problems").valueStream()
                .map(each -> each.get("code").asString())).containsExactly("time-ahead", "id-reused");
    }

    @Test
    void theSameEventAgainIsPassedOnAndAnotherUnderItsIdIsRejected() {
        String event = Events.opened("urn:same", "1", "tanks.heavy", "10");
        service.post("/api/events", event, STRUCTURED);

        assertThat(service.post("/api/events", event, STRUCTURED).status()).isEqualTo(202);
        assertThat(accepted("urn:same", "1")).isEqualTo(2);
        var other = service.post("/api/events", event.replace("08:00:00", "09:00:00"), STRUCTURED);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("problems").get(0).get("code").asString()).isEqualTo("id-reused");
    }

    @Test
    void aLineKnownUnderOneCapabilityIsNotTakenUnderAnotherButAPartyIs() {
        service.post("/api/events", Events.opened("urn:one", "known-line", "tanks.heavy", "10"), STRUCTURED);
        var line = service.post("/api/events", Events.opened("urn:two", "known-line", "tanks.light", "10"),
                STRUCTURED);
        assertThat(line.status()).isEqualTo(422);
        assertThat(line.body().get("problems").get(0).get("code").asString()).isEqualTo("capability-differs");

        String party = "{\"party\":\"them\",\"capability\":\"%s\",\"monthlyOutput\":5,\"effectiveOn\":\"2026-01-01\"}";
        for (String capability : new String[]{"tanks.heavy", "tanks.light"}) {
            assertThat(service.post("/api/events", Events.structured("urn:party", capability,
                    "org.gapwatch.reference.output.assessed.v1", party.formatted(capability)), STRUCTURED).status())
                    .isEqualTo(202);
        }
    }

    @Test
    void whatIsForTheOtherServiceOrTooFarAheadIsRejected() {
        var order = service.post("/api/events", Events.placed("urn:wrong", "1", "tanks.heavy", "10"), STRUCTURED);
        assertThat(order.status()).isEqualTo(422);
        assertThat(order.body().get("problems").get(0).get("code").asString()).isEqualTo("type-not-for-this-intake");

        var ahead = service.post("/api/events",
                Events.opened("urn:wrong", "2", "tanks.heavy", "10").replace("2026-01-05", "2099-01-05"), STRUCTURED);
        assertThat(ahead.body().get("problems").get(0).get("code").asString()).isEqualTo("time-ahead");
        assertThat(ahead.body().get("problems").get(0).get("pointer").asString()).isEqualTo("/time");
    }

    @Test
    void whatIsNoEventIsRefusedWithTheStatusThatSaysWhy() {
        assertThat(service.post("/api/events", "{", STRUCTURED).status()).isEqualTo(400);
        assertThat(service.post("/api/events", "{}", BATCH).status()).isEqualTo(400);
        assertThat(service.post("/api/events", "{}", "Content-Type", "text/plain").status()).isEqualTo(415);
        assertThat(service.post("/api/events", "{}", "Content-Type", "application/cloudevents+xml").status())
                .isEqualTo(415);
        assertThat(service.post("/api/events", "{}", "Content-Type", "application/cloudevents+json",
                "Content-Encoding", "gzip").status()).isEqualTo(415);
        assertThat(service.post("/api/events?dryrun=true", "{}", STRUCTURED).status()).isEqualTo(400);
        assertThat(service.post("/api/events", new byte[5 << 20], BATCH).status()).isEqualTo(413);
        assertThat(service.post("/api/events", new byte[20 << 20], BATCH).status()).isEqualTo(413);
        assertThat(service.post("/api/events", new byte[70_000], STRUCTURED).status()).isEqualTo(413);
    }

    @Test
    void aQueryThatIsNoUtf8IsRefusedAndNotRepeated() {
        for (String query : List.of("dryRun=%0D%0Aforged%FF", "forged%C3%28=true")) {
            var answer = service.post("/api/events?" + query, Events.opened("urn:query", "q-1", "tanks.heavy", "10"),
                    STRUCTURED);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("detail").asString()).contains("UTF-8").doesNotContain("forged");
        }
        assertThat(accepted("urn:query", "q-1")).isZero();
    }

    @Test
    void anEventThatIsTooLargeIsNotToldThatItEndsWhereItWasCutOff() {
        for (int shift = 0; shift < 3; shift++) {
            var answer = service.post("/api/events", Events.opened("urn:large", "l", "tanks.heavy", "-1")
                    .replace("Works", "x".repeat(shift) + "\u20ac".repeat(30_000)), STRUCTURED);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body().get("id").asString()).isEqualTo("l");
            assertThat(answer.body().get("problems").valueStream().map(each -> each.get("code").asString()))
                    .containsExactly("event-too-large", "quantity-out-of-range");
        }
    }

    @Test
    void anAttributeThatIsNoUtf8IsNotToldToBeMissing() {
        var answer = service.post("/api/events",
                "{\"lineId\":\"u\",\"capability\":\"tanks.heavy\",\"opensOn\":\"2026-01-01\",\"monthlyCapacity\":1}",
                "Content-Type", "application/json", "ce-specversion", "1.0", "ce-id", "%FF", "ce-source", "urn:http",
                "ce-type", OPENED, "ce-time", "2026-01-05T08:00:00Z");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("problems").valueStream().map(each -> each.get("code").asString()))
                .containsExactly("not-utf-8");
    }

    @Test
    void dataSentAsAFormAreToldTheirContentTypeAndNothingElse() {
        var answer = service.post("/api/events",
                "{\"lineId\":\"f\",\"capability\":\"tanks.heavy\",\"opensOn\":\"2026-01-01\",\"monthlyCapacity\":1}",
                "Content-Type", "application/x-www-form-urlencoded", "ce-specversion", "1.0", "ce-id", "f",
                "ce-source", "urn:form", "ce-type", OPENED, "ce-time", "2026-01-05T08:00:00Z");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("problems").valueStream().map(each -> each.get("code").asString()))
                .containsExactly("datacontenttype-not-json");
    }

    @Test
    void aBatchOfAThousandEventsIsTakenAndOneMoreIsNot() {
        assertThat(service.post("/api/events", many(1000), BATCH).status()).isEqualTo(202);
        assertThat(service.post("/api/events", many(1001), BATCH).status()).isEqualTo(413);
    }

    private static byte[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> Events.opened("urn:many", "m" + i, "tanks.many", "1"))
                .collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8);
    }

    private static long accepted(String source, String id) {
        return Kafka.committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                .filter(each -> Kafka.header(each, "ce_source").equals(source))
                .filter(each -> Kafka.header(each, "ce_id").equals(id)).count();
    }

    private static long rejected(String text) {
        return Kafka.committed(Servers.kafka(), Topics.REJECTED_EVENTS).stream()
                .filter(each -> new String(each.value(), StandardCharsets.UTF_8).contains(text)).count();
    }
}
