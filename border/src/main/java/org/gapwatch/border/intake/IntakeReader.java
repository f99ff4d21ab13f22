package org.gapwatch.border.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.gapwatch.border.FrontService;
import org.gapwatch.border.check.Verdict;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Excerpt;
import org.gapwatch.contract.rejection.Origin;
import org.gapwatch.contract.rejection.Rejection;

/** Reads an event out of an intake record, and tells what is kept of one that is rejected. */
final class IntakeReader {

    private final FrontService service;

    IntakeReader(FrontService service) {
        this.service = service;
    }

    Reading read(ConsumerRecord<byte[], byte[]> record) {
        return EventReader.readKafka(
                action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                record.value());
    }

    Rejection rejection(ConsumerRecord<byte[], byte[]> record, Instant arrived, Verdict.Reject reject) {
        var origin = new Origin.Record(record.topic(), record.partition(), record.offset());
        return new Rejection(service.name(), arrived, origin, reject.source(), reject.id(), reject.problems(),
                attributes(record), Excerpt.of(record.value()));
    }

    /** In binary mode the attributes are headers, and part of what was sent: the first of them, where there are many. */
    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (attributes.size() == Rejection.MOST_HEADERS) {
                break;
            }
            if (header.value() != null && (header.key().startsWith("ce_") || header.key().equals("content-type"))) {
                attributes.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }
}
