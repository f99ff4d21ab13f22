package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.contract.codec.Samples.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.gapwatch.contract.codec.Reading.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule broken once: what is found, and where. */
class ProblemsFoundTest {

    private static final String TIME = "'time':'2026-01-02T03:04:05.5Z'";

    @ParameterizedTest
    @EnumSource
    void goodEventsAreAccepted(EventType type) {
        assertThat(read(Samples.event(type))).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'specversion':'1.0'    | 'specversion':'0.3'               | /specversion specversion-not-supported
            'specversion':'1.0',   | ""                                | /specversion attribute-missing
            'specversion':'1.0'    | 'specversion':1.0                 | /specversion attribute-type
            'id':'e-1'             | 'id':''                           | /id attribute-length
            'id':'e-1'             | 'id':7                            | /id attribute-type
            'id':'e-1'             | 'id':null                         | /id attribute-missing
            'id':'e-1'             | 'id':'a','id':'a'                 | /id duplicate-key
            'id':'e-1'             | 'id':'a','ext':null,'ext':'a'        | /ext duplicate-key
            'id':'e-1'             | 'id':'a\\u0007'                   | /id attribute-control-characters
            'id':'e-1'             | 'id':'a\\u0085'                   | /id attribute-control-characters
            'id':'e-1'             | 'id':'a\\ud800'                   | /id lone-surrogate
            'source':'urn:example:a', | ""                             | /source attribute-missing
            'id':'e-1'             | 'id':'a','Big':1                  | /Big attribute-name
            'id':'e-1'             | 'id':'a','a/b~':1                 | /a~1b~0 attribute-name
            'id':'e-1'             | 'id':'a','ext':[1]                | /ext attribute-type
            'id':'e-1'             | 'id':'a','ext':1.5                | /ext attribute-type
            'id':'e-1'             | 'id':'a','ext':2147483648         | /ext attribute-type
            'id':'e-1'             | 'id':'a','datacontenttype':'text/xml' | /datacontenttype datacontenttype-not-json
            'id':'e-1'             | 'id':'a','datacontenttype':'application/json; charset=latin1' | /datacontenttype datacontenttype-not-json
            .order.placed.         | .order.lost.                      | /type type-unknown
            2026-01-02T03:04:05.5Z | 2026-01-02T03:04:05.5             | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-01-02                        | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-02-29T03:04:05Z              | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-01-02T03:04:60Z              | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-01-02T24:00:00Z              | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-01-02T03:04:05.1234567890Z   | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-01-02T03:04:05.Z             | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 2026-01-02T03:04:05+0100          | /time time-not-rfc-3339
            2026-01-02T03:04:05.5Z | 1989-12-31T23:59:59Z              | /time time-out-of-range
            2026-01-02T03:04:05.5Z | 1990-01-01T00:30:00+01:00         | /time time-out-of-range
            2026-01-02T03:04:05.5Z | 2100-12-31T23:30:00-01:00         | /time time-out-of-range
            'PO-1'                 | 'PO 1'                            | /data/orderId id-not-valid
            'PO-1'                 | '-PO'                             | /data/orderId id-not-valid
            'PO-1'                 | ''                                | /data/orderId id-not-valid
            'PO-1'                 | 5                                 | /data/orderId field-type
            'PO-1'                 | null                              | /data/orderId field-missing
            'PO-1'                 | 'PO-1','orderId':'PO-1'           | /data/orderId duplicate-key
            'orderId':'PO-1',      | ""                                | /data/orderId field-missing
            tanks.main-battle-tank | tanks..main                       | /data/capability capability-not-valid
            tanks.main-battle-tank | Tanks                             | /data/capability capability-not-valid
            tanks.main-battle-tank | tanks-                            | /data/capability capability-not-valid
            2026-12-31             | 2026-11-31                        | /data/schedule/0/dueOn date-not-valid
            2027-06-30             | 2027-6-30                         | /data/schedule/1/dueOn date-not-valid
            2027-06-30             | 2101-01-01                        | /data/schedule/1/dueOn date-out-of-range
            2027-06-30             | 1989-12-31                        | /data/schedule/1/dueOn date-out-of-range
            'dueOn':'2027-06-30',  | ""                                | /data/schedule/1/dueOn field-missing
            'quantity':40          | 'quantity':40,'quantity':40       | /data/schedule/0/quantity duplicate-key
            'quantity':40          | 'quantity':40,'x':{'y':1,'y':2}   | /data/schedule/0/x/y duplicate-key
            'quantity':40          | 'amount':40                       | /data/schedule/0/quantity field-missing
            :40}                   | :'40'}                            | /data/schedule/0/quantity field-type
            :40}                   | :40.0001}                         | /data/schedule/0/quantity quantity-not-thousandths
            :40}                   | :1e-4}                            | /data/schedule/0/quantity quantity-not-thousandths
            :40}                   | :-1}                              | /data/schedule/0/quantity quantity-out-of-range
            :40}                   | :-0.001}                          | /data/schedule/0/quantity quantity-out-of-range
            :40}                   | :1000000000.001}                  | /data/schedule/0/quantity quantity-out-of-range
            :40}                   | :1e999999999}                     | /data/schedule/0/quantity quantity-out-of-range
            :40}                   | :40.000000000000000000000000000000000000000} | /data/schedule/0/quantity number-too-long
            {'dueOn':'2027-06-30','quantity':60.5} | 'x'               | /data/schedule/1 field-type
            'amount':4700000000.25 | 'amount':-1                       | /data/value/amount amount-negative
            'EUR'                  | 'eur'                             | /data/value/currency currency-not-valid
            'EUR'                  | null                              | /data/value/currency field-missing
            {'amount':4700000000.25,'currency':'EUR'} | 'EUR 5'        | /data/value field-type
            'DE'                   | 49                                | /data/buyer field-type
            'DE'                   | 'a\\udc00'                        | /data/buyer lone-surrogate
            'buyer':'DE'           | 'x':1,'x':2                       | /data/x duplicate-key
            'buyer':'DE'           | 'a/b':{'c~d':[{'e':1,'e':1}]}     | /data/a~1b/c~0d/0/e duplicate-key
            'buyer':'DE'           | 'x':12345678901234567890123456789012345678901 | /data/x number-too-long
            """)
    void aBrokenRuleIsFoundWhereItIsBroken(String part, String replacement, String expected) {
        String good = Samples.event(EventType.ORDER_PLACED);
        assertThat(good).contains(json(part));

        assertThat(problems(good.replace(json(part), json(replacement)))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'rampMonths':3         | 'rampMonths':601
            'rampMonths':3         | 'rampMonths':-1
            'rampMonths':3         | 'rampMonths':1.5
            'rampMonths':3         | 'rampMonths':1e99
            """)
    void rampMonthsOutOfRange(String part, String replacement) {
        assertThat(problems(Samples.event(EventType.LINE_OPENED).replace(json(part), json(replacement))))
                .containsExactly("/data/rampMonths ramp-months-not-valid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            :40}                   | :1000000000}
            :40}                   | :0}
            :40}                   | :-0.0}
            :40}                   | :12e-1}
            :40}                   | :1.20000}
            :40}                   | :0.0010000e+12}
            'PO-1'                 | 'PO-1','quantity':'of another type','opensOn':7
            'buyer':'DE'           | 'buyer':null
            'buyer':'DE'           | 'unknown':{'deep':[1,{'x':null}]}
            'id':'e-1'             | 'id':'\\ud83d\\ude00','ext':true,'other':-5,'nothing':null
            'id':'e-1'             | 'id':'a','datacontenttype':'Application/vnd.example+JSON ; Charset=utf-8'
            2026-01-02T03:04:05.5Z | 2026-01-02t03:04:05.123456789z
            2026-01-02T03:04:05.5Z | 1989-12-31T23:30:00-01:00
            2026-01-02T03:04:05.5Z | 2101-01-01T00:30:00+01:00
            2026-01-02T03:04:05.5Z | 2096-02-29T23:59:59-23:59
            """)
    void whatIsUnusualButRightIsAccepted(String part, String replacement) {
        String good = Samples.event(EventType.ORDER_PLACED);
        assertThat(good).contains(json(part));

        assertThat(read(good.replace(json(part), json(replacement)))).isInstanceOf(Accepted.class);
    }

    @Test
    void allProblemsAreFoundAtOnce() {
        assertThat(problems(json("""
                {'data':{'capability':'A','schedule':[{'quantity':-1},7],'orderId':'PO 1','lineId':3},
                'type':'org.gapwatch.procurement.order.amended.v1','time':'yesterday','specversion':'1.0','x_y':1}""")))
                .containsExactlyInAnyOrder("/data/capability capability-not-valid",
                        "/data/schedule/0/quantity quantity-out-of-range", "/data/schedule/0/dueOn field-missing",
                        "/data/schedule/1 field-type", "/data/orderId id-not-valid", "/time time-not-rfc-3339",
                        "/x_y attribute-name", "/id attribute-missing", "/source attribute-missing");
    }

    @Test
    void afterTextThatIsNoJsonNothingIsToldToBeMissing() {
        assertThat(problems(json("{'id':'e-1','time':'noon','data':{'quantity':NaN}}")))
                .containsExactlyInAnyOrder("/time time-not-rfc-3339", " not-json");
        assertThat(problems(json("{'id':'e-1'"))).containsExactly(" not-json");
        assertThat(problems("{} {}")).contains(" not-json");
        assertThat(((Rejected) read(json("{'id':'e-1','source':'s',"))).id()).isEqualTo("e-1");
    }

    @Test
    void textThatIsNoJsonIsToldWithoutTheParsersInside() {
        for (String text : List.of("{", "{'a':[1,", "{'a':NaN}", "{'a':01}", "{'a':'x", "hello", "{'a':1}}", "{'a' 1}",
                "{'a':tru}", "[1,]", "{'a':'\n'}", "{'a':'\\q'}", "\u0001")) {
            Rejected rejected = (Rejected) read(json(text));
            assertThat(rejected.problems()).filteredOn(problem -> problem.code() == ProblemCode.NOT_JSON)
                    .as(text).singleElement().extracting(Problem::detail).asString().doesNotContain("Source", "(start",
                            "Feature", "REDACTED", "UNKNOWN", "\n");
        }
    }

    @Test
    void whatIsNoEventAtAll() {
        assertThat(problems("")).containsExactly(" empty-event");
        assertThat(problems("  \n")).containsExactly(" empty-event");
        assertThat(problems("[]")).containsExactly(" not-an-object");
        assertThat(problems("'x'".replace('\'', '"'))).containsExactly(" not-an-object");
        assertThat(problems("hello")).containsExactly(" not-json");
        assertThat(problems("{}")).containsExactlyInAnyOrder("/specversion attribute-missing", "/id attribute-missing",
                "/source attribute-missing", "/type attribute-missing", "/time attribute-missing",
                "/data data-missing");
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] good = Samples.event(EventType.ORDER_PLACED).getBytes(UTF_8);
        byte[] bad = good.clone();
        bad[20] = (byte) 0xff;
        assertThat(problems(bad)).containsExactly(" not-utf-8");
        assertThat(problems(Samples.event(EventType.ORDER_PLACED).getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
                .containsExactly(" not-utf-8");
        assertThat(problems("\ufeff" + Samples.event(EventType.ORDER_PLACED))).containsExactly(" byte-order-mark");
    }

    @Test
    void nestingIsLimitedAndReadOn() {
        String good = Samples.event(EventType.ORDER_PLACED);
        for (int depth : List.of(30, 31, 400, 10_000)) {
            // The envelope and the data are two levels.
            String deep = "[".repeat(depth) + "]".repeat(depth);
            List<String> found = problems(
                    good.replace(json("'buyer':'DE'"), json("'x':") + deep).replace("2026-12-31", "soon"));
            if (depth == 30) {
                assertThat(found).containsExactly("/data/schedule/0/dueOn date-not-valid");
            } else {
                assertThat(found).contains("/data/x" + "/0".repeat(30) + " too-deep",
                        "/data/schedule/0/dueOn date-not-valid").hasSize(2);
            }
        }
    }

    @Test
    void schedulesHaveOneTo500Entries() {
        assertThat(problems(schedule(0))).containsExactly("/data/schedule schedule-empty");
        assertThat(problems(schedule(500))).isEmpty();
        assertThat(problems(schedule(501))).containsExactly("/data/schedule schedule-too-long");
    }

    @Test
    void eventsHaveAtMost64KibAndOnesThatAreLargerAreReadAllTheSame() {
        String good = Samples.event(EventType.ORDER_PLACED);
        int room = EventReader.MAX_EVENT_BYTES - good.length();
        assertThat(problems(good + " ".repeat(room))).isEmpty();
        assertThat(problems(good.replace("PO-1", "PO 1") + " ".repeat(room + 1))).containsExactly(" event-too-large",
                "/data/orderId id-not-valid");
    }

    @Test
    void atMostAHundredProblemsAreListed() {
        String entries = IntStream.range(0, 200).mapToObj(i -> "7").collect(Collectors.joining(","));
        List<String> found = problems(Samples.event(EventType.ORDER_AMENDED, json(
                "{'orderId':'PO-1','capability':'tanks','schedule':[" + entries + "]}")));
        assertThat(found).hasSize(Problem.MOST + 1).endsWith(" more-problems");
    }

    @Test
    void longNamesMakeNoLongPointers() {
        String name = "x".repeat(5_000);
        assertThat(problems(Samples.event(EventType.ORDER_CANCELLED).replace(json("'reason'"),
                json("'" + name + "':{'a':1,'a':2},'reason'")))).containsExactly("/data duplicate-key");
    }

    @Test
    void dataAreGivenOnceInOneOfTwoWays() {
        String good = Samples.event(EventType.ORDER_CANCELLED);
        String base64 = java.util.Base64.getEncoder()
                .encodeToString(Samples.data(EventType.ORDER_CANCELLED).getBytes(UTF_8));
        String member = json("'data_base64':'" + base64 + "'");
        String without = good.substring(0, good.indexOf(json("'data':")));
        assertThat(problems(without + member + "}")).isEmpty();
        assertThat(problems(without + json("'data_base64':'eyJ9e'") + "}"))
                .containsExactly("/data_base64 data-not-base64");
        assertThat(problems(without + json("'data_base64':'e30='") + "}")).containsExactlyInAnyOrder(
                "/data/capability field-missing", "/data/orderId field-missing");
        assertThat(problems(good.replace(json("'id'"), member + json(",'id'"))))
                .containsExactly("/data data-twice");
        assertThat(problems(without + json("'data':[]") + "}")).containsExactly("/data data-not-an-object");
        assertThat(problems(without + json("'data':null") + "}")).containsExactly("/data data-not-an-object");
        assertThat(problems(without + json(TIME.replace("time", "x")) + "}")).containsExactly("/data data-missing");
    }

    private static String schedule(int entries) {
        String all = IntStream.range(0, entries).mapToObj(i -> "{'dueOn':'2026-01-01','quantity':1}")
                .collect(Collectors.joining(","));
        return Samples.event(EventType.ORDER_AMENDED,
                json("{'orderId':'PO-1','capability':'tanks','schedule':[" + all + "]}"));
    }

    private static Reading read(String event) {
        return EventReader.readStructured(event.getBytes(UTF_8));
    }

    private static List<String> problems(String event) {
        return problems(event.getBytes(UTF_8));
    }

    private static List<String> problems(byte[] event) {
        return switch (EventReader.readStructured(event)) {
            case Accepted _ -> List.of();
            case Rejected rejected ->
                rejected.problems().stream().map(p -> p.pointer() + " " + p.code().code()).toList();
        };
    }
}
