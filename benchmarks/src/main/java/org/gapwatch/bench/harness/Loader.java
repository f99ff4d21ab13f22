package org.gapwatch.bench.harness;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.CanonicalRecord;

/** Writes events to topics in binary mode. */
public final class Loader {

    private final Cluster cluster;

    /** A loader for a cluster. */
    public Loader(Cluster cluster) {
        this.cluster = cluster;
    }

    /** To the intake topics, as publishers do: without a key. */
    public void toIntake(Iterable<Published> events) {
        send(events, Loader::intake, "none");
    }

    /** To the canonical topics, as the border does. */
    public void toCanonical(Iterable<Published> events) {
        send(events, Loader::canonical, "lz4");
    }

    private interface Shaped {
        ProducerRecord<byte[], byte[]> of(Published event);
    }

    private void send(Iterable<Published> events, Shaped shaped, String compression) {
        AtomicReference<Exception> failed = new AtomicReference<>();
        // One at a time: of two batches for a partition that is just coming up, the broker may take the second only.
        try (KafkaProducer<byte[], byte[]> producer = cluster
                .producer(
                        Map.of("linger.ms", 20, "batch.size", 131_072, "compression.type", compression,
                                "max.in.flight.requests.per.connection", 1))) {
            for (Published event : events) {
                var _ = producer.send(shaped.of(event), (_, problem) -> {
                    if (problem != null) {
                        failed.set(problem);
                    }
                });
            }
        }
        Exception problem = failed.get();
        if (problem != null) {
            throw new IllegalStateException("The events could not be written", problem);
        }
    }

    /** An event as a record of its intake topic. */
    public static ProducerRecord<byte[], byte[]> intake(Published event) {
        boolean order = event.type().entityKind() == EntityKind.ORDER;
        return headers(
                new ProducerRecord<>(order ? Topics.INTAKE_PROCUREMENT : Topics.INTAKE_PRODUCTION,
                        utf8(event.data())),
                event);
    }

    /** An event as a record of its canonical topic. */
    public static ProducerRecord<byte[], byte[]> canonical(Published event) {
        ProducerRecord<byte[], byte[]> record = headers(
                new ProducerRecord<>(Topics.canonical(event.type().entityKind()), utf8(event.capability()),
                        utf8(event.data())),
                event);
        record.headers().add(CanonicalRecord.INTAKE_AT, utf8(Long.toString(System.currentTimeMillis())));
        return record;
    }

    private static ProducerRecord<byte[], byte[]> headers(ProducerRecord<byte[], byte[]> record, Published event) {
        record.headers().add("ce_specversion", utf8("1.0")).add("ce_id", utf8(event.id()))
                .add("ce_source", utf8(event.source())).add("ce_type", utf8(event.type().cloudEventsType()))
                .add("ce_time", utf8(event.time().toString())).add("content-type", utf8("application/json"));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
