package org.gapwatch.border.write;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Rejection;

/** The records that the border writes. */
public final class OutgoingRecords {

    /** Header of a canonical record whose time was filled in, because the person who sent the event gave none. */
    public static final String TIME_DEFAULTED = "gapwatch-time-defaulted";

    private OutgoingRecords() {
    }

    /**
     * An accepted event, as it goes to its canonical topic: keyed by capability, partitioned by Kafka's default.
     *
     * @param arrived when it came to the border
     */
    public static ProducerRecord<byte[], byte[]> canonical(Reading.Accepted reading, Instant arrived,
            boolean timeDefaulted) {
        var record = new ProducerRecord<>(CanonicalRecord.topic(reading.event()),
                CanonicalRecord.key(reading.event()), reading.data());
        Headers headers = record.headers();
        CanonicalRecord.headers(reading, headers::add);
        headers.add(CanonicalRecord.INTAKE_AT,
                Long.toString(arrived.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
        if (timeDefaulted) {
            headers.add(TIME_DEFAULTED, "true".getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    /** A rejection, as it goes to the topic of rejected events. */
    public static ProducerRecord<byte[], byte[]> rejected(Rejection rejection) {
        return new ProducerRecord<>(Topics.REJECTED_EVENTS, null, rejection.toJson());
    }
}
