package org.gapwatch.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.alerts.oracle.EventJson;
import org.gapwatch.alerts.oracle.Expected;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.alerts.service.OpenApi;
import org.gapwatch.alerts.service.RunningService;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What if, and what is behind: from events in the canonical topics to answers, against the naive computation. */
class InquiryApiTest {

    private static final String CODE = "inquiry.thing";
    private static final String WHAT_IF = "/api/capabilities/" + CODE + "/what-if";
    private static final String STATEMENTS = "/api/capabilities/" + CODE + "/statements";
    private static final String JSON_TYPE = "application/json";
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());
    private static final LocalDate LATELY = TODAY.minusDays(10);
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final List<Event> EVENTS = List.of(
            event("placed", LATELY.minusYears(1),
                    new OrderStatement.Placed("order-1", CODE, schedule(TODAY.plusMonths(5), 100_000))),
            event("amended", LATELY,
                    new OrderStatement.Amended("order-1", CODE, schedule(TODAY.plusMonths(5), 150_500))),
            event("placed-2", LATELY,
                    new OrderStatement.Placed("order-2", CODE, schedule(TODAY.plusMonths(2), 7_000))),
            event("opened", LATELY.minusYears(1),
                    new LineStatement.Opened("line-1", CODE, TODAY.minusYears(1), 5_000, 0)),
            event("changed", LATELY,
                    new LineStatement.CapacityChanged("line-1", CODE, TODAY.minusMonths(1), 4_000, 0)),
            event("assessed", LATELY, new ReferenceStatement.Assessed("party-1", CODE, 3_000, TODAY.minusYears(1))));

    private static RunningService service;
    private static OpenApi openApi;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        service = new RunningService(directory);
        openApi = OpenApi.parse(service.get("/openapi.yaml").body());
        EVENTS.forEach(service::canonical);
        // One that was published again changes nothing.
        service.canonical(EVENTS.getFirst());
        service.rejection(rejection("\"urn:example:test\"", "first", "time-ahead", "id-reused"));
        service.rejection(rejection("\"urn:example:test\"", "second", "time-ahead"));
        service.rejection(rejection("null", "third", "not-json"));
        service.rejection("garbage");
        service.flush();
        var expected = number(expected(EVENTS).coverage().today().gap());
        await().atMost(RunningService.LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(
                EXACT.readTree(service.get("/api/capabilities/" + CODE + "/gaps/COVERAGE").body()).get("gap")
                        .decimalValue())
                .isEqualByComparingTo(expected));
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tellsWhatWouldBeWithOneMoreLine() throws Exception {
        var opens = YearMonth.from(TODAY).plusMonths(1).atDay(1);
        var compared = compare("""
                {"statements": [{"type": "org.gapwatch.production.line.opened.v1",
                  "data": {"lineId": "line-2", "opensOn": "%s", "monthlyCapacity": 12.5}}]}""".formatted(opens));
        check(compared.get("without"), EVENTS);
        check(compared.get("with"), with(new LineStatement.Opened("line-2", CODE, opens, 12_500, 0)));
    }

    @Test
    void tellsWhatWouldBeIfAnOrderThatIsKnownWereCancelled() throws Exception {
        var compared = compare("""
                {"statements": [{"type": "org.gapwatch.procurement.order.cancelled.v1", "on": "%s",
                  "data": {"orderId": "order-1", "capability": "%s"}}]}""".formatted(TODAY, CODE));
        check(compared.get("with"), with(new OrderStatement.Cancelled("order-1", CODE)));
    }

    @Test
    void withoutStatementsBothAreTheSame() throws Exception {
        var compared = compare("{\"statements\": []}");
        assertThat(compared.get("with")).isEqualTo(compared.get("without"));
    }

    @Test
    void listsTheStatementsBehindAPart() throws Exception {
        var ordered = get("/api/capabilities/" + CODE + "/why?cause=ORDERED");
        assertThat(ordered.get("count").asInt()).isEqualTo(1);
        var item = ordered.get("items").get(0);
        assertThat(item.get("entity").asString()).isEqualTo("order-2");
        assertThat(item.get("due").toString()).isEqualTo("7");
        assertThat(item.get("data").get("orderId").asString()).isEqualTo("order-2");
        assertThat(get("/api/capabilities/" + CODE + "/why?cause=AMENDED").get("items").get(0).get("due").toString())
                .isEqualTo("50.5");
        assertThat(get("/api/capabilities/" + CODE + "/why?cause=CAPACITY_CHANGED").get("items").get(0)
                .get("thisMonth").toString()).isEqualTo("-1");
        assertThat(get("/api/capabilities/" + CODE + "/why?cause=ELAPSED").get("count").asInt()).isZero();
    }

    @Test
    void listsWhatWasStatedNewestFirst() throws Exception {
        assertThat(stated("")).containsExactly("placed-2", "changed", "assessed", "amended", "placed", "opened");
        assertThat(stated("?measure=COVERAGE")).containsExactly("placed-2", "changed", "amended", "placed", "opened");
        assertThat(stated("?measure=OUTPUT")).containsExactly("changed", "assessed", "opened");
        var first = get(STATEMENTS + "?limit=1").get("items").get(0);
        assertThat(first.get("source").asString()).isEqualTo("urn:example:test");
        assertThat(first.get("time").asString()).isEqualTo(LATELY + "T12:00:00Z");
        assertThat(first.get("type").asString()).isEqualTo("org.gapwatch.procurement.order.placed.v1");
        assertThat(first.get("entity").asString()).isEqualTo("order-2");
        assertThat(first.get("data")).isEqualTo(EXACT.readTree(EventJson.data(EVENTS.get(2)).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?measure=COVERAGE&", "?measure=OUTPUT&"})
    void pagesThroughAllThatWasStated(String query) throws Exception {
        var all = new ArrayList<String>();
        String next = null;
        do {
            var page = get(STATEMENTS + query + "limit=2" + (next == null ? "" : "&cursor=" + next));
            all.addAll(ids(page));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        assertThat(all).isEqualTo(stated(query));
    }

    @Test
    void tellsWhatIsWrongWithAQuestionForStatements() throws Exception {
        var next = get(STATEMENTS + "?limit=1").get("next").asString();
        for (var path : List.of(STATEMENTS + "?measure=OUTPUT&cursor=" + next, STATEMENTS + "?cursor=nonsense",
                STATEMENTS + "?measure=SIZE", STATEMENTS + "?limit=1001")) {
            var answer = service.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            openApi.check("GET", path, 400, "application/problem+json", answer.body());
        }
        assertThat(service.get("/api/capabilities/none/statements").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhoPublishesAndWhatIsWrong() throws Exception {
        var items = get("/api/sources").get("items");
        var source = items.valueStream().filter(item -> item.get("source").asString().equals("urn:example:test"))
                .findFirst().orElseThrow();
        assertThat(source.get("acceptedLastDay").asInt()).isEqualTo(EVENTS.size() + 1);
        assertThat(source.get("acceptedLastWeek").asInt()).isEqualTo(EVENTS.size() + 1);
        assertThat(source.get("rejectedLastWeek").asInt()).isEqualTo(2);
        assertThat(source.get("silent").asBoolean()).isFalse();
        assertThat(source.get("problems").valueStream().map(problem -> problem.get("code").asString() + " "
                + problem.get("count"))).containsExactly("time-ahead 2", "id-reused 1");
        assertThat(source.get("problems").get(0).get("latest").get("original").asString()).isEqualTo("second");
        var nobody = items.valueStream().filter(item -> item.get("source").asString().isEmpty()).findFirst()
                .orElseThrow();
        assertThat(nobody.get("rejectedLastDay").asInt()).isEqualTo(1);
        assertThat(nobody.get("lastAcceptedAt").isNull()).isTrue();
    }

    /** Whoever writes past the border may send headers that no document can have for names. */
    @Test
    void aStrangersHeadersStopNoView() throws Exception {
        try (var producer = service.transactionalProducer()) {
            producer.beginTransaction();
            var record = new ProducerRecord<>(Topics.PROCUREMENT_ORDERS, "stranger.thing", """
                    {"specversion": "1.0", "id": "1", "source": "urn:stranger", "time": "%sT00:00:00Z",
                     "type": "org.gapwatch.procurement.order.cancelled.v1",
                     "data": {"orderId": "o", "capability": "stranger.thing"}}""".formatted(LATELY));
            Stream.of("a\u0000b", "ce_\u0000", "ce_a.b", "$a", "a.b", "")
                    .forEach(name -> record.headers().add(name, new byte[]{'x'}));
            var _ = producer.send(record);
            producer.commitTransaction();
        }
        await().atMost(RunningService.LIMIT).until(() -> get("/api/sources").get("items").valueStream()
                .anyMatch(item -> item.get("source").asString().equals("urn:stranger")));
    }

    private static String rejection(String source, String original, String... codes) {
        return "{\"source\":%s,\"problems\":[%s],\"original\":\"%s\",\"truncated\":false}".formatted(source,
                Stream.of(codes).map(code -> "{\"pointer\":\"\",\"code\":\"" + code + "\",\"detail\":\"\"}")
                        .collect(Collectors.joining(",")),
                original);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{} | 400 | array",
            "{\"statements\": 1} | 400 | array",
            "nonsense | 400 | not JSON",
            "{\"statements\": [], \"statements\": []} | 400 | not JSON",
            "{\"statements\": [{\"type\": \"org.gapwatch.production.line.opened.v1\", \"data\": {\"lineId\": \"l\"}}]} | 422 | /statements/0/data/opensOn",
            "{\"statements\": [{\"type\": \"no.such\", \"data\": {}}]} | 422 | /statements/0/type",
            "{\"statements\": [1]} | 422 | /statements/0",
            "{\"statements\": [{\"on\": \"2100-01-01\"}]} | 422 | /statements/0/on",
            "{\"statements\": [{\"on\": \"tomorrow\"}]} | 422 | /statements/0/on",
            "{\"statements\": [{\"on\": {}}]} | 422 | /statements/0/on",
            "{\"statements\": [{\"on\": [\"2026-01-01\"]}]} | 422 | /statements/0/on",
            "{\"statements\": [{\"on\": 20260101}]} | 422 | /statements/0/on",
            "{\"statements\": [{\"on\": true}]} | 422 | /statements/0/on",
            "{\"statements\": [{\"on\": \"-999999999-01-01\"}]} | 422 | /statements/0/time",
            "{\"statements\": [null, [], \"a\", 1.5, true]} | 422 | /statements/4/",
            "{\"statements\": [{\"type\": {}, \"data\": []}]} | 422 | /statements/0/type",
            "{\"statements\": [{\"type\": null, \"data\": \"a\"}]} | 422 | /statements/0/data",
            "{\"statements\": [{\"type\": 1e400, \"data\": {\"capability\": {}}}]} | 422 | /statements/0/type",
            "{\"statements\": [{\"type\": \"\\ud800\", \"data\": {}}]} | 422 | lone-surrogate",
            "{\"statements\": [{\"data\": {\"\\ud800\": 1}}]} | 400 | not JSON",
            "{\"statements\": [{\"data\": {\"a\": \"\\ud800\"}}]} | 422 | lone-surrogate",
            "{\"statements\": [{\"data\": {\"a\": 1e999999999}}]} | 422 | /statements/0/type",
            "{\"statements\": {\"on\": {}}} | 400 | array",
            "null | 400 | array",
            "[] | 400 | array",
            "\"\" | 400 | array",
            "{\"statements\": [1e99999999999]} | 400 | exponent",
            "{\"statements\": [{\"type\": \"org.gapwatch.procurement.order.cancelled.v1\", \"data\": {\"orderId\": \"o\", \"capability\": \"other.thing\"}}]} | 422 | /statements/0/data/capability"})
    void tellsWhatCannotBeSupposed(String body, int status, String told) throws Exception {
        var answer = service.post(WHAT_IF, JSON_TYPE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
        openApi.check("POST", WHAT_IF, status, "application/problem+json", answer.body());
    }

    @Test
    void tellsWhatElseIsWrong() throws Exception {
        assertThat(service.post("/api/capabilities/none/what-if", JSON_TYPE, "{\"statements\": []}").statusCode())
                .isEqualTo(404);
        assertThat(service.post(WHAT_IF, "text/plain", "{\"statements\": []}").statusCode()).isEqualTo(415);
        assertThat(service.post(WHAT_IF, JSON_TYPE, " ".repeat(300 * 1024)).statusCode()).isEqualTo(413);
        assertThat(service.get("/api/capabilities/" + CODE + "/why").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/capabilities/" + CODE + "/why?cause=RAIN").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/capabilities/" + CODE + "/why?cause=ORDERED&limit=0").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/capabilities/none/why?cause=ORDERED").statusCode()).isEqualTo(404);
    }

    private static void check(JsonNode told, List<Event> events) {
        var expected = expected(events);
        check(told.get(0), expected.coverage(), "peakMonth");
        check(told.get(1), expected.output(), "closesIn");
    }

    private static void check(JsonNode told, Expected.OfMeasure expected, String month) {
        assertThat(told.get("gap").decimalValue()).isEqualByComparingTo(number(expected.today().gap()));
        assertThat(told.get("base").decimalValue()).isEqualByComparingTo(number(expected.today().base()));
        assertThat(told.get("extraMonthlyOutput").decimalValue())
                .isEqualByComparingTo(number(expected.today().extraMonthlyOutput()));
        assertThat(told.get(month).isNull() ? null : YearMonth.parse(told.get(month).asString()))
                .isEqualTo(expected.today().month());
        assertThat(told.get("ahead").size()).isEqualTo(expected.ahead().size());
    }

    private static Expected expected(List<Event> events) {
        return Objects.requireNonNull(Oracle.expect(events, TODAY).get(CODE));
    }

    private static List<Event> with(Statement statement) {
        return Stream.concat(EVENTS.stream(), Stream.of(new Event("urn:example:test", "supposed",
                TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1), statement))).toList();
    }

    private static Event event(String id, LocalDate on, Statement statement) {
        Instant time = on.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Event("urn:example:test", id, time, statement);
    }

    private static List<OrderStatement.Tranche> schedule(LocalDate dueOn, long quantity) {
        return List.of(new OrderStatement.Tranche(dueOn, quantity));
    }

    private static BigDecimal number(BigInteger thousandths) {
        return new BigDecimal(thousandths, 3);
    }

    private static List<String> stated(String query) throws Exception {
        return ids(get(STATEMENTS + query));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static JsonNode compare(String body) throws Exception {
        var answer = service.post(WHAT_IF, JSON_TYPE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        openApi.check("POST", WHAT_IF, 200, JSON_TYPE, answer.body());
        return EXACT.readTree(answer.body());
    }

    private static JsonNode get(String path) throws Exception {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        openApi.check("GET", path, 200, JSON_TYPE, answer.body());
        return EXACT.readTree(answer.body());
    }
}
