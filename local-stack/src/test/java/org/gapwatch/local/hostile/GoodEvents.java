package org.gapwatch.local.hostile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Good events about a few capabilities, with orders, deliveries and lines over two years before a day, from which alerts of
 * several kinds follow. The same day gives the same events.
 */
final class GoodEvents {

    /** What their capabilities begin with, and no other's. */
    static final String PREFIX = "good.capability-";

    /** A good event, and where it goes in. */
    record Good(Intake intake, String json) {
    }

    private static final int CAPABILITIES = 8;
    private static final int MONTHS = 24;

    private final LocalDate today;
    private final List<Good> events = new ArrayList<>();

    private GoodEvents(LocalDate today) {
        this.today = today;
    }

    static List<Good> before(LocalDate today) {
        var events = new GoodEvents(today);
        for (int capability = 0; capability < CAPABILITIES; capability++) {
            events.story(capability);
        }
        // As they come from many publishers: in no order, and the same each time.
        Collections.shuffle(events.events, new Random(1));
        return List.copyOf(events.events);
    }

    static List<String> capabilities() {
        var capabilities = new TreeSet<String>();
        for (int capability = 0; capability < CAPABILITIES; capability++) {
            capabilities.add(PREFIX + capability);
        }
        return List.copyOf(capabilities);
    }

    private void story(int c) {
        for (int month = 0; month < MONTHS; month++) {
            LocalDate on = today.minusMonths(MONTHS - month);
            String order = "order-%d-%d".formatted(c, month);
            add(Intake.PROCUREMENT, "procurement.order.placed", on, c, """
                    "orderId":"%s","schedule":[{"dueOn":"%s","quantity":%d.125},{"dueOn":"%s","quantity":7}]"""
                    .formatted(order, on.plusMonths(4 + c), 5 + c * month, on.plusMonths(9)));
            if (month % 3 == 0) {
                add(Intake.PROCUREMENT, "procurement.order.delivered", on.plusMonths(1), c, """
                        "orderId":"%s","deliveryId":"d-1","quantity":%d,"deliveredOn":"%s\""""
                        .formatted(order, 2 + c, on.plusMonths(1)));
            }
            if (month % 5 == 0) {
                add(Intake.PRODUCTION, "production.line.opened", on, c, """
                        "lineId":"line-%d-%d","opensOn":"%s","monthlyCapacity":%d.5,"rampMonths":%d"""
                        .formatted(c, month, on.plusMonths(2), 3 + 2 * c, month % 4));
                add(Intake.PRODUCTION, "reference.output.assessed", on, c, """
                        "party":"them","monthlyOutput":%d,"effectiveOn":"%s\"""".formatted(4 + c * month, on));
            }
            if (month % 7 == c % 7) {
                add(Intake.PROCUREMENT, "procurement.order.cancelled", on.plusMonths(1), c,
                        "\"orderId\":\"%s\"".formatted(order));
            }
        }
    }

    private void add(Intake intake, String type, LocalDate knownOn, int capability, String fields) {
        LocalDate known = knownOn.isAfter(today) ? today : knownOn;
        events.add(new Good(intake, """
                {"specversion":"1.0","id":"good-%d","source":"urn:good","type":"org.gapwatch.%s.v1",\
                "time":"%sT00:00:00Z","data":{"capability":"%s%d",%s}}"""
                .formatted(events.size(), type, known, PREFIX, capability, fields)));
    }
}
