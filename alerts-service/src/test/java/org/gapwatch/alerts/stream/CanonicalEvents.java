package org.gapwatch.alerts.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.gapwatch.alerts.oracle.EventJson;
import org.gapwatch.contract.Event;

/** Events as the border writes them to the canonical topics. */
public final class CanonicalEvents {

    private CanonicalEvents() {
    }

    public static byte[] key(Event event) {
        return utf8(event.statement().capability());
    }

    public static byte[] value(Event event) {
        return utf8(EventJson.data(event).toString());
    }

    public static Headers headers(Event event, long intakeAt) {
        var headers = new RecordHeaders();
        headers.add("ce_specversion", utf8("1.0"));
        headers.add("ce_id", utf8(event.id()));
        headers.add("ce_source", utf8(event.source()));
        headers.add("ce_type", utf8(event.statement().type().cloudEventsType()));
        headers.add("ce_time", utf8(event.time().toString()));
        headers.add("content-type", utf8("application/json"));
        headers.add("gapwatch-intake-at", utf8(Long.toString(intakeAt)));
        return headers;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
