package org.gapwatch.bench.peers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.KafkaHeaders;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.contract.rejection.Excerpt;
import org.gapwatch.contract.rejection.Origin;
import org.gapwatch.contract.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of canonical topics as the alerts stream does; what is no event, or out of place, is rejected.
 */
final class CanonicalSchema implements KafkaRecordDeserializationSchema<Canonical> {

    private static final long serialVersionUID = 1;

    private final Partitions partitions;

    CanonicalSchema(Partitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> from, Collector<Canonical> out) {
        KafkaHeaders headers = action -> from.headers().forEach(header -> action.accept(header.key(), header.value()));
        Event event = CanonicalRecord.read(headers, from.value());
        if (event == null) {
            out.collect(switch (CanonicalRecord.reading(headers, from.value())) {
                case Reading.Rejected no -> rejection(from, no.source(), no.id(), no.problems());
                case Reading.Accepted accepted -> inPlace(from, accepted.event());
            });
        } else {
            out.collect(inPlace(from, event));
        }
    }

    private Canonical inPlace(ConsumerRecord<byte[], byte[]> from, Event event) {
        byte[] capability = CanonicalRecord.key(event);
        var problems = new ArrayList<Problem>();
        if (!Arrays.equals(from.key(), capability)) {
            problems.add(new Problem("/data/capability", ProblemCode.WRONG_KEY, "The key is not the capability."));
        }
        if (!from.topic().equals(CanonicalRecord.topic(event))) {
            problems.add(new Problem("/type", ProblemCode.WRONG_TOPIC, "Another topic is for this type."));
        }
        if (from.partition() != partitions.of(capability)) {
            problems.add(new Problem("/data/capability", ProblemCode.WRONG_PARTITION, "Another partition is for it."));
        }
        if (!problems.isEmpty()) {
            return rejection(from, event.source(), event.id(), problems);
        }
        return new Canonical.Valid(event, from.timestamp());
    }

    private static Canonical rejection(ConsumerRecord<byte[], byte[]> from, @Nullable String source,
            @Nullable String id, List<Problem> problems) {
        var rejection = new Rejection("flink-peer", Instant.ofEpochMilli(from.timestamp()),
                new Origin.Record(from.topic(), from.partition(), from.offset()), source, id, problems, Map.of(),
                Excerpt.of(from.value()));
        return new Canonical.Garbage(rejection.toJson());
    }

    @Override
    public TypeInformation<Canonical> getProducedType() {
        return TypeInformation.of(Canonical.class);
    }
}
