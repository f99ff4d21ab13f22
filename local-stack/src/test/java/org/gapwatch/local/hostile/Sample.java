package org.gapwatch.local.hostile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A good event, to be broken. Its parts are {@link ByteText}s; what is its own stands in them as ID, SOURCE, ORDER.
 *
 * @param attributes the structured event, in which DATA stands for the data
 */
record Sample(Intake intake, String attributes, String data) {

    static final Sample ORDER = sample(Intake.PROCUREMENT, "procurement.order.placed", """
            {"orderId":"ORDER","capability":"hostile.orders","value":{"amount":4700000.25,"currency":"EUR"},\
            "schedule":[{"dueOn":"2026-12-31","quantity":40}],"buyer":"Käufer"}""");
    static final Sample LINE = sample(Intake.PRODUCTION, "production.line.opened", """
            {"lineId":"ORDER","capability":"hostile.lines","opensOn":"2026-03-15","monthlyCapacity":12.5,\
            "rampMonths":3,"producer":"Werk"}""");
    static final Sample OUTPUT = sample(Intake.PRODUCTION, "reference.output.assessed", """
            {"party":"ORDER","capability":"hostile.output","monthlyOutput":125.125,"effectiveOn":"2026-01-01"}""");
    static final Sample DELIVERY = sample(Intake.PROCUREMENT, "procurement.order.delivered", """
            {"orderId":"ORDER","capability":"hostile.deliveries","deliveryId":"DELIVERY","quantity":1,\
            "deliveredOn":"2026-01-01"}""");
    static final List<Sample> ALL = List.of(ORDER, LINE, OUTPUT, DELIVERY,
            sample(Intake.PRODUCTION, "production.line.rescheduled", """
                    {"lineId":"ORDER","capability":"hostile.rescheduled","opensOn":"2026-04-15","reason":"moved"}"""),
            sample(Intake.PRODUCTION, "production.line.capacity-changed", """
                    {"lineId":"ORDER","capability":"hostile.changed","effectiveOn":"2026-05-15","monthlyCapacity":1.5,\
                    "reason":"slower"}"""),
            sample(Intake.PRODUCTION, "production.line.closed", """
                    {"lineId":"ORDER","capability":"hostile.closed","effectiveOn":"2026-06-15","reason":"shut"}"""),
            sample(Intake.PROCUREMENT, "procurement.order.amended", """
                    {"orderId":"ORDER","capability":"hostile.amended","schedule":[{"dueOn":"2026-10-31","quantity":4}],\
                    "reason":"amended"}"""),
            sample(Intake.PROCUREMENT, "procurement.order.cancelled", """
                    {"orderId":"ORDER","capability":"hostile.cancelled","reason":"called off"}"""));

    private static final Clock CLOCK = Clock.systemUTC();

    private static Sample sample(Intake intake, String type, String data) {
        return new Sample(intake,
                ByteText.of(
                        """
                                {"specversion":"1.0","id":"ID","source":"SOURCE","type":"org.gapwatch.%s.v1","time":"TIME","data":DATA}"""
                                .formatted(type)),
                ByteText.of(data));
    }

    /** The same with other data. */
    Sample withData(String other) {
        return new Sample(intake, attributes, other);
    }

    Sample withAttributes(String other) {
        return new Sample(intake, other, data);
    }

    /** The event in structured mode. */
    String structured() {
        return attributes.replace("DATA", data);
    }

    /** The attributes by name, as the good event has them. */
    Map<String, String> headers(String prefix, int n) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String member : attributes.substring(1, attributes.indexOf(",\"data\"")).split(",")) {
            String[] parts = member.replace("\"", "").split(":", 2);
            headers.put(prefix + parts[0], own(parts[1], n));
        }
        return headers;
    }

    /** The text with what makes the event its own. */
    static String own(String text, int n) {
        return text.replace("ORDER", "O-" + n).replace("SOURCE", source(n)).replace("\"ID", "\"" + "h-" + n)
                .replaceFirst("^ID$", "h-" + n).replace("TIME", "2026-01-02T03:04:05Z")
                .replace("IN 23 HOURS", ahead(23)).replace("IN 25 HOURS", ahead(25));
    }

    static String source(int n) {
        return "urn:hostile:" + n + ":";
    }

    private static String ahead(int hours) {
        Instant time = CLOCK.instant().plus(Duration.ofHours(hours));
        return time.toString();
    }
}
