package org.gapwatch.local.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Events for the tests, known from now on. */
final class Events {

    private static final Clock CLOCK = Clock.systemUTC();

    private Events() {
    }

    static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    static Instant now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** The data of an order that no line can deliver: a critical gap from its first day on. Its id is the capability's own. */
    static String orderData(String capability, String orderId) {
        return "{\"orderId\":\"%s\",\"capability\":\"%s\",\"schedule\":[{\"dueOn\":\"%s\",\"quantity\":12.5}]}"
                .formatted(capability + ":" + orderId, capability, today().plusMonths(2));
    }

    static String placed(String capability, String orderId) {
        return structured("org.gapwatch.procurement.order.placed.v1", orderData(capability, orderId));
    }

    static String structured(String type, String data) {
        return structured(type, now().atOffset(ZoneOffset.UTC).toString(), data);
    }

    /** Known since that time, RFC 3339. */
    static String structured(String type, String time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"urn:example:test\",\"type\":\"%s\",\"time\":\"%s\",\"data\":%s}"
                .formatted(id(), type, time, data);
    }
}
