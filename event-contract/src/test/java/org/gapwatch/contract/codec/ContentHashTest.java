package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.contract.codec.Samples.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void spellingDoesNotMatter() {
        assertSame("{'orderId':'PO-1','capability':'tanks','x':{'a':[12.50,true],'b':'\u00e9'}}",
                "{ 'x' : {'b':'\\u00e9','a':[1250e-2, true]},\n'capability':'t\\u0061nks','orderId':'PO-1' }",
                "{'orderId':'PO-1','capability':'tanks','\\u0078':{'a':[0.1250E+2,true],'b':'\u00e9'}}");
        assertSame(number("0"), number("-0"), number("0.00"), number("0e7"));
        assertSame(number("100"), number("1e2"), number("100.0"), number("1000E-1"));
        assertSame(number("1e400"), number("10e399"));
    }

    @Test
    void everyDifferenceOfContentMatters() {
        List<String> all = List.of(data(""), data(",'x':null"), data(",'x':true"), data(",'x':false"), data(",'x':0"),
                data(",'x':''"), data(",'x':{}"), data(",'x':[]"), data(",'x':1"), data(",'x':-1"), data(",'x':10"),
                data(",'x':0.1"), data(",'x':'1'"), data(",'x':[1]"), data(",'x':[[1]]"), data(",'x':[1,2]"),
                data(",'x':[2,1]"), data(",'x':{'a':1}"), data(",'x':{'b':1}"), data(",'x':{'a':1,'b':2}"),
                data(",'x':{'a':2,'b':1}"), data(",'x':1e400"), data(",'x':1e401"), data(",'x':-1e400"),
                data(",'x':101"), data(",'x':1001"), data(",'y':1"), data(",'x':'ab'"), data(",'x':'ba'"),
                data(",'reason':'a'"), data(",'reason':'b'"), data(",'reason':null"));
        Set<Long> hashes = new HashSet<>();
        all.forEach(each -> assertThat(hashes.add(hash(EventType.ORDER_CANCELLED, each))).as(each).isTrue());
        assertThat(hash(EventType.ORDER_CANCELLED, schedule())).isNotEqualTo(hash(EventType.ORDER_PLACED, schedule()));
    }

    @Test
    void theTimeAndOtherAttributesDoNotMatter() {
        String event = Samples.event(EventType.ORDER_PLACED);
        Accepted one = (Accepted) EventReader.readStructured(event.getBytes(UTF_8));
        Accepted other = (Accepted) EventReader.readStructured(event.replace("2026-01-02T", "2027-01-02T")
                .replace(json("'id':'e-1'"), json("'id':'other','ext':'x'")).getBytes(UTF_8));
        assertThat(other.contentHash()).isEqualTo(one.contentHash());
    }

    private static void assertSame(String... data) {
        for (String each : data) {
            assertThat(hash(EventType.ORDER_CANCELLED, each)).as(each)
                    .isEqualTo(hash(EventType.ORDER_CANCELLED, data[0]));
        }
    }

    private static String schedule() {
        return data(",'schedule':[{'dueOn':'2026-01-01','quantity':1}]");
    }

    private static String number(String number) {
        return data(",'x':" + number);
    }

    private static String data(String more) {
        return "{'orderId':'PO-1','capability':'tanks'" + more + "}";
    }

    private static long hash(EventType type, String data) {
        Reading reading = EventReader.readStructured(Samples.event(type, json(data)).getBytes(UTF_8));
        assertThat(reading).as(data).isInstanceOf(Accepted.class);
        return ((Accepted) reading).contentHash();
    }
}
