package org.gapwatch.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.service.OpenApi;
import org.gapwatch.alerts.service.RunningService;
import org.gapwatch.alerts.service.Samples;
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

/** REST, from records in the output topics to answers; every answer is checked against openapi.yaml. */
class ApiTest {

    private static final String PAC3 = "air-defence.pac-3";
    private static final String UNKNOWN = "unknown.thing";
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static RunningService service;
    private static OpenApi openApi;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        service = new RunningService(directory);
        openApi = OpenApi.parse(service.get("/openapi.yaml").body());
        publish();
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void publish() {
        service.gap(PAC3 + ":COVERAGE", Samples.coverage(PAC3));
        service.gap(PAC3 + ":OUTPUT", Samples.output(PAC3));
        service.gap(PAC3 + ":COVERAGE:2025",
                Samples.year(PAC3, "COVERAGE", 2025, "2025-12-31", "[[\"2025-12-30\",0,1234.5]]"));
        service.gap(PAC3 + ":COVERAGE:2026", Samples.year(PAC3, "COVERAGE", 2026, "2026-11-23",
                "[[\"2026-01-01\",0,1234.5],[\"2026-01-03\",12.5,9999999999999999999.999]]"));
        service.gap(UNKNOWN + ":COVERAGE", Samples.coverage(UNKNOWN));
        service.gap("gone.thing:COVERAGE", Samples.coverage("gone.thing"));
        service.gap("gone.thing:COVERAGE", null);
        for (int day = 1; day <= 9; day++) {
            for (var capability : List.of("a", "b")) {
                var openedOn = "2026-03-0" + day;
                var status = day == 9 ? "WITHDRAWN" : day % 2 == 0 ? "RESOLVED" : "ACTIVE";
                service.alert(Samples.alertId(capability, openedOn),
                        Samples.alert(capability, openedOn, status, day > 4 ? "CRITICAL" : "WATCH", 1));
            }
        }
    }

    @Test
    void listsEveryCapabilityByCode() throws Exception {
        var items = get("/api/capabilities").get("items");
        var codes = items.valueStream().map(item -> item.get("capability").asString()).toList();
        assertThat(codes).isSorted().contains(PAC3, UNKNOWN, "tanks.main-battle-tank").doesNotContain("gone.thing");
        var pac3 = items.get(codes.indexOf(PAC3));
        assertThat(pac3.get("name").asString()).isEqualTo("PAC-3 interceptors");
        assertThat(pac3.get("measures").toString()).isEqualTo("""
                [{"measure":"COVERAGE","asOf":"2026-11-23","gap":410.724,"base":2652.167,"change":-12.5,\
                "trend":"NARROWING","level":"WATCH","severity":null,"alertId":null,"shortNow":2.5},\
                {"measure":"OUTPUT","asOf":"2026-11-23","gap":-3,"base":9999999999999999999.999,"change":0,\
                "trend":"HOLDING","level":null,"severity":null,"alertId":null,"shortNow":null}]""");
        var unknown = items.get(codes.indexOf(UNKNOWN));
        assertThat(unknown.get("name").asString()).isEqualTo(UNKNOWN);
        assertThat(unknown.get("unit").isNull()).isTrue();
        assertThat(items.get(codes.indexOf("tanks.main-battle-tank")).get("measures").isEmpty()).isTrue();
    }

    @Test
    void tellsHowItStoodOnAPastDay() throws Exception {
        var items = get("/api/capabilities?asOf=2026-01-04").get("items");
        var pac3 = items.valueStream().filter(item -> item.get("capability").asString().equals(PAC3)).findFirst()
                .orElseThrow().get("measures");
        assertThat(pac3.get(0).toString()).isEqualTo("""
                {"measure":"COVERAGE","asOf":"2026-01-04","gap":12.5,"base":9999999999999999999.999,"change":12.5,\
                "trend":"HOLDING","level":"WATCH","severity":null,"alertId":null,"shortNow":null}""");
        assertThat(get("/api/capabilities?asOf=1990-01-01").get("items").valueStream()
                .allMatch(item -> item.get("measures").isEmpty())).isTrue();
        assertThat(service.get("/api/capabilities?asOf=2100-01-01").statusCode()).isEqualTo(400);
    }

    /** As the view of alerts may tell for a moment, where an opening day was corrected. */
    @Test
    void tellsHowItStoodWhereTwoAlertsOfAMeasureSeemActive() throws Exception {
        assertThat(get("/api/alerts?capability=a&status=ACTIVE").get("items").size()).isGreaterThan(1);
        assertThat(service.get("/api/capabilities?asOf=2026-04-01").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheLastYearWeekByWeek() throws Exception {
        var items = get("/api/sparklines").get("items").valueStream()
                .filter(item -> item.get("capability").asString().equals(PAC3)).toList();
        assertThat(items).hasSize(2);
        var coverage = items.stream().filter(item -> item.get("measure").asString().equals("COVERAGE")).findFirst()
                .orElseThrow();
        assertThat(coverage.get("until").asString()).isEqualTo("2026-11-23");
        // The Mondays from 5 January; the one before lies before the series.
        assertThat(coverage.get("gaps").valueStream().map(JsonNode::toString)).hasSize(47).containsOnly("12.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/main.js", "/webjars/uplot/dist/uPlot.esm.js", "/api/alerts", "/nothing"})
    void tellsBrowsersToRunNothingButItsOwn(String path) throws Exception {
        var headers = service.get(path).headers();
        assertThat(headers.firstValue("content-security-policy").orElseThrow()).contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/main.js", "/webjars/uplot/dist/uPlot.esm.js"})
    void makesBrowsersAskWhetherAFileHasChanged(String path) throws Exception {
        var headers = service.get(path).headers();
        assertThat(headers.firstValue("cache-control")).hasValue("no-cache");
        assertThat(headers.firstValue("last-modified")).isEmpty();
        var same = service.get(path, "If-None-Match", headers.firstValue("etag").orElseThrow());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(service.get(path, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void showsAGapWithItsDailySeries() throws Exception {
        var gap = get("/api/capabilities/" + PAC3 + "/gaps/COVERAGE?from=2025-12-31&to=2026-01-04");
        assertThat(gap.get("gap").toString()).isEqualTo("410.724");
        assertThat(gap.get("peakMonth").asString()).isEqualTo("2026-11");
        assertThat(gap.get("why").get("parts").size()).isEqualTo(2);
        assertThat(gap.get("series").toString()).isEqualTo("""
                [{"on":"2025-12-31","gap":0,"base":1234.5},{"on":"2026-01-01","gap":0,"base":1234.5},\
                {"on":"2026-01-02","gap":0,"base":1234.5},\
                {"on":"2026-01-03","gap":12.5,"base":9999999999999999999.999},\
                {"on":"2026-01-04","gap":12.5,"base":9999999999999999999.999}]""");
    }

    @Test
    void clipsTheSeriesToWhatThereIs() throws Exception {
        var all = get("/api/capabilities/" + PAC3 + "/gaps/COVERAGE?from=1990-01-01&to=2100-12-31").get("series");
        assertThat(all.get(0).get("on").asString()).isEqualTo("2025-12-30");
        assertThat(all.get(all.size() - 1).get("on").asString()).isEqualTo("2026-11-23");
        assertThat(all.size()).isEqualTo(329);
        assertThat(get("/api/capabilities/" + PAC3 + "/gaps/COVERAGE?from=2027-01-01").get("series").isEmpty())
                .isTrue();
        assertThat(get("/api/capabilities/" + PAC3 + "/gaps/COVERAGE?to=2026-01-01").get("series").size()).isEqualTo(3);
        assertThat(get("/api/capabilities/" + PAC3 + "/gaps/COVERAGE?from=&to=").get("series").size()).isEqualTo(329);
        assertThat(get("/api/capabilities/" + PAC3 + "/gaps/COVERAGE?to=-999999999-01-01").get("series").isEmpty())
                .isTrue();
        assertThat(get("/api/capabilities/" + PAC3 + "/gaps/OUTPUT").get("series").isEmpty()).isTrue();
    }

    @Test
    void listsAlertsNewestFirst() throws Exception {
        var alerts = get("/api/alerts");
        assertThat(ids(alerts)).hasSize(16).startsWith("a:COVERAGE:2026-03-08", "b:COVERAGE:2026-03-08",
                "a:COVERAGE:2026-03-07").endsWith("b:COVERAGE:2026-03-01");
        assertThat(alerts.get("next").isNull()).isTrue();
        assertThat(alerts.get("items").get(2).toString())
                .isEqualTo(Samples.alert("a", "2026-03-07", "ACTIVE", "CRITICAL", 1));
    }

    @Test
    void listsWhatChangedLastFirstWhereAskedFor() throws Exception {
        assertThat(ids(get("/api/alerts?order=CHANGED"))).containsExactly(
                // Resolved on one day.
                "a:COVERAGE:2026-03-02", "a:COVERAGE:2026-03-04", "a:COVERAGE:2026-03-06", "a:COVERAGE:2026-03-08",
                "b:COVERAGE:2026-03-02", "b:COVERAGE:2026-03-04", "b:COVERAGE:2026-03-06", "b:COVERAGE:2026-03-08",
                // The same since they opened.
                "a:COVERAGE:2026-03-07", "b:COVERAGE:2026-03-07", "a:COVERAGE:2026-03-05", "b:COVERAGE:2026-03-05",
                "a:COVERAGE:2026-03-03", "b:COVERAGE:2026-03-03", "a:COVERAGE:2026-03-01", "b:COVERAGE:2026-03-01");
        assertThat(ids(get("/api/alerts?order=OPENED"))).isEqualTo(ids(get("/api/alerts")))
                .isEqualTo(ids(get("/api/alerts?order=")));
    }

    @ParameterizedTest
    @CsvSource({"status=ACTIVE, 8", "status=RESOLVED, 8", "status=WITHDRAWN, 2", "status=, 16", "capability=a, 8",
            "capability=c, 0", "severity=WATCH, 8", "phase=RESOLVED, 8", "measure=OUTPUT, 0",
            "measure=COVERAGE&status=ACTIVE&phase=WIDENING&severity=CRITICAL&capability=b&limit=1000, 2"})
    void filtersAlerts(String query, int expected) throws Exception {
        assertThat(ids(get("/api/alerts?" + query))).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=RESOLVED", "status=RESOLVED&order=CHANGED", "order=CHANGED&capability=b"})
    void pagesThroughAllAlertsEvenWhereNewOnesCome(String query) throws Exception {
        var all = new ArrayList<String>();
        String next = null;
        do {
            var page = get("/api/alerts?limit=3&" + query + (next == null ? "" : "&cursor=" + next));
            all.addAll(ids(page));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        assertThat(all).isEqualTo(ids(get("/api/alerts?" + query))).hasSize(8);
    }

    @Test
    void showsOneAlertAlsoWhereWithdrawn() throws Exception {
        assertThat(get("/api/alerts/a:COVERAGE:2026-03-09").get("status").asString()).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/api/alerts?limit=0 | 400 | limit", "/api/alerts?limit=1001 | 400 | limit",
            "/api/alerts?limit=many | 400 | whole number",
            "/api/alerts?status=OPEN | 400 | ACTIVE, RESOLVED, WITHDRAWN",
            "/api/alerts?order=NEWEST | 400 | OPENED, CHANGED",
            "/api/alerts?severty=WATCH | 400 | severity", "/api/alerts?cursor=nonsense | 400 | Leave it out",
            "/api/alerts?phase=WIDENING&phase=HOLDING | 400 | once",
            "/api/capabilities?x=1 | 400 | There are: asOf", "/api/alerts/none | 404 | no alert",
            "/api/capabilities/none/gaps/COVERAGE | 404 | No event about none is known yet",
            "/api/capabilities/tanks.main-battle-tank/why?cause=ORDERED | 404 | No event about tanks.main-battle-tank is",
            "/api/capabilities/none/gaps/SIZE | 400 | COVERAGE, OUTPUT",
            "/api/capabilities/air-defence.pac-3/gaps/COVERAGE?from=yesterday | 400 | a date such as",
            "/api/capabilities/air-defence.pac-3/gaps/COVERAGE?from=1/2/26 | 400 | a date such as",
            "/api/capabilities/air-defence.pac-3/gaps/COVERAGE?from=2026-02-01&to=2026-01-01 | 400 | Swap",
            "/nothing | 404 | openapi.yaml", "/api/alerts/stream?last=1 | 400 | lastEventId"})
    void tellsWhatIsWrong(String path, int status, String detail) throws Exception {
        var answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(EXACT.readTree(answer.body()).get("detail").asString()).contains(detail);
        openApi.checkComponent("Problem", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=ACTIVE", "order=CHANGED"})
    void refusesACursorOfAnotherList(String other) throws Exception {
        var next = get("/api/alerts?limit=1").get("next").asString();
        assertThat(service.get("/api/alerts?limit=1&" + other + "&cursor=" + next).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/asyncapi.yaml", "/", "/console/main.js",
            "/webjars/uplot/dist/uPlot.esm.js"})
    void servesItsDescriptions(String path) throws Exception {
        assertThat(service.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void describesExactlyTheMappingsThatThereAre() {
        assertThat(openApi.operations()).isEqualTo(OpenApi.mappings(service.context()));
    }

    private static List<String> ids(JsonNode alerts) {
        return alerts.get("items").valueStream().map(alert -> alert.get("alertId").asString()).toList();
    }

    private static JsonNode get(String path) throws Exception {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        openApi.check("GET", path, 200, "application/json", answer.body());
        return EXACT.readTree(answer.body());
    }
}
