package org.gapwatch.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gapwatch.contract.EventType;

/** Good data of every type, to be broken by tests. JSON with single quotes reads better in Java. */
final class Samples {

    private static final Map<EventType, String> FULL = new LinkedHashMap<>();

    static {
        FULL.put(EventType.LINE_OPENED, """
                {'lineId':'L-1','capability':'tanks.main-battle-tank','opensOn':'2026-03-15','monthlyCapacity':12.5,
                'rampMonths':3,'producer':'Example Works','site':'Hall 7','country':'DE',
                'citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.LINE_RESCHEDULED, """
                {'lineId':'L-1','capability':'tanks.main-battle-tank','opensOn':'2026-06-15','reason':'late machines',
                'citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.LINE_CAPACITY_CHANGED, """
                {'lineId':'L-1','capability':'tanks.main-battle-tank','effectiveOn':'2026-09-01','monthlyCapacity':20,
                'rampMonths':0,'reason':'second shift','citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.LINE_CLOSED, """
                {'lineId':'L-1','capability':'tanks.main-battle-tank','effectiveOn':'2030-01-01','reason':'end of life',
                'citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.OUTPUT_ASSESSED, """
                {'party':'OTHER','capability':'tanks.main-battle-tank','monthlyOutput':125.125,
                'effectiveOn':'2026-01-01','citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.ORDER_PLACED, """
                {'orderId':'PO-1','capability':'tanks.main-battle-tank','schedule':[{'dueOn':'2026-12-31',
                'quantity':40},{'dueOn':'2027-06-30','quantity':60.5}],'buyer':'DE','supplier':'Example Works',
                'value':{'amount':4700000000.25,'currency':'EUR'},'citation':'https://example.org/a',
                'note':'a note'}""");
        FULL.put(EventType.ORDER_AMENDED, """
                {'orderId':'PO-1','capability':'tanks.main-battle-tank','schedule':[{'dueOn':'2027-12-31',
                'quantity':100}],'reason':'stretched','citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.ORDER_DELIVERED, """
                {'orderId':'PO-1','capability':'tanks.main-battle-tank','deliveryId':'D:1','quantity':7,
                'deliveredOn':'2026-11-02','citation':'https://example.org/a','note':'a note'}""");
        FULL.put(EventType.ORDER_CANCELLED, """
                {'orderId':'PO-1','capability':'tanks.main-battle-tank','reason':'no longer needed',
                'citation':'https://example.org/a','note':'a note'}""");
    }

    private Samples() {
    }

    /** Data with every field that the type has. */
    static String data(EventType type) {
        return json(FULL.getOrDefault(type, "{}")).replace("\n", "");
    }

    /** A structured event. */
    static String event(EventType type) {
        return event(type, data(type));
    }

    static String event(EventType type, String data) {
        return json("{'specversion':'1.0','id':'e-1','source':'urn:example:a','type':'" + type.cloudEventsType()
                + "','time':'2026-01-02T03:04:05.5Z','data':") + data + "}";
    }

    /** Asserts that a reader of the canonical record gets the event that the border accepted. */
    static void assertReadBack(Reading.Accepted accepted) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        CanonicalRecord.headers(accepted, headers::put);
        assertThat(CanonicalRecord.read(headers::forEach, accepted.data())).isEqualTo(accepted.event());
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
