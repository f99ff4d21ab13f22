package org.gapwatch.bench.harness;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.KafkaHeaders;

/** An event as the bytes of a canonical record. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(KafkaHeaders headers, byte[] value) {

    /** What the border writes of an event. */
    public static Message of(Published event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", utf8("1.0"));
        headers.put("ce_id", utf8(event.id()));
        headers.put("ce_source", utf8(event.source()));
        headers.put("ce_type", utf8(event.type().cloudEventsType()));
        headers.put("ce_time", utf8(event.time().toString()));
        headers.put("content-type", utf8("application/json"));
        return new Message(headers::forEach, utf8(event.data()));
    }

    /** Reads it as the stream does. */
    public Event read() {
        Event event = CanonicalRecord.read(headers, value);
        if (event == null) {
            throw new IllegalStateException(
                    "Not a canonical record: " + new String(value, StandardCharsets.UTF_8));
        }
        return event;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
