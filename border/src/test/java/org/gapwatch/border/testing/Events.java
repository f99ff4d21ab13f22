package org.gapwatch.border.testing;

/** Events for tests, in structured mode. */
public final class Events {

    private Events() {
    }

    /** A line that opens; the entity bears the event's id. */
    public static String opened(String source, String id, String capability, String capacity) {
        return structured(source, id, "org.gapwatch.production.line.opened.v1", """
                {"lineId":"%s","capability":"%s","opensOn":"2026-01-01","monthlyCapacity":%s,"producer":"Works"}"""
                .formatted(id, capability, capacity));
    }

    /** An order that is placed; the entity bears the event's id. */
    public static String placed(String source, String id, String capability, String quantity) {
        return structured(source, id, "org.gapwatch.procurement.order.placed.v1", """
                {"orderId":"%s","capability":"%s","schedule":[{"dueOn":"2026-12-01","quantity":%s}],"buyer":"Army"}"""
                .formatted(id, capability, quantity));
    }

    /** Any event. */
    public static String structured(String source, String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","time":"2026-01-05T08:00:00Z","data":%s}"""
                .formatted(id, source, type, data);
    }
}
