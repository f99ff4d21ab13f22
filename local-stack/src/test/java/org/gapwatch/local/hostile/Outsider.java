package org.gapwatch.local.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.local.hostile.Sending.Batch;
import org.gapwatch.local.hostile.Sending.Record;
import org.gapwatch.local.hostile.Sending.Request;
import org.gapwatch.local.stack.Stack;

/** Publishes, by Kafka and by HTTP, and remembers where each event went. */
final class Outsider implements AutoCloseable {

    /**
     * Where an event went, and what was answered.
     *
     * @param origin as a rejection tells it: {@code topic-partition@offset}, or {@code request/index}
     * @param refused the broker's error or the HTTP status with which it was not taken; or empty
     * @param answer what HTTP answered; or empty
     */
    record Sent(String origin, String refused, String answer) {
    }

    private final Stack stack;
    private final Map<String, KafkaProducer<byte[], byte[]>> producers = new HashMap<>();
    private final RawKafka raw;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    Outsider(Stack stack) {
        this.stack = stack;
        raw = new RawKafka(stack.bootstrapServers());
    }

    /** Publishes by Kafka, without waiting. */
    Future<RecordMetadata> send(Record record) {
        var headers = record.headers().stream().<org.apache.kafka.common.header.Header>map(
                each -> new RecordHeader(each.name(), each.value())).toList();
        var sent = producer(record.compression()).send(new ProducerRecord<>(record.intake().topic(),
                record.partition(), record.timestamp(), record.key(), record.value(), headers));
        underWay.add(sent);
        return sent;
    }

    /** Waits until all that was sent is acknowledged. */
    void flush() throws InterruptedException {
        producers.values().forEach(KafkaProducer::flush);
        for (var each : underWay) {
            sent(each);
        }
        underWay.clear();
    }

    static Sent sent(Future<RecordMetadata> sending) throws InterruptedException {
        try {
            var at = sending.get();
            return new Sent(origin(at.topic(), at.partition(), at.offset()), "", "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes a batch of Kafka's own format. */
    Sent send(Batch batch) {
        return sendRaw(batch.intake(), batch.records());
    }

    /** Publishes a record whose timestamp no producer would take. */
    Sent sendRaw(Record record, long timestamp) {
        var headers = record.headers().stream().map(each -> new RecordHeader(each.name(), each.value()))
                .toArray(RecordHeader[]::new);
        ByteBuffer records = MemoryRecords.withRecords(Compression.NONE,
                new SimpleRecord(timestamp, record.key(), record.value(), headers)).buffer();
        byte[] bytes = new byte[records.remaining()];
        records.get(bytes);
        return sendRaw(record.intake(), bytes);
    }

    private Sent sendRaw(Intake intake, byte[] records) {
        var answer = raw.send(intake.topic(), 0, records);
        return new Sent(origin(intake.topic(), 0, answer.offset()),
                answer.error() == Errors.NONE ? "" : answer.error().name(), "");
    }

    /** Publishes by HTTP. */
    Sent send(Request request) {
        var answer = RawHttp.post(request.intake() == Intake.PRODUCTION ? stack.production() : stack.procurement(),
                request);
        boolean judged = answer.status() == 202 || answer.body().contains("\"problems\":[{\"pointer\"");
        boolean whole = request.headers().stream().anyMatch(header -> header.contains("batch"));
        return new Sent(answer.id() + "/0", judged && !whole ? "" : String.valueOf(answer.status()), answer.body());
    }

    /** Publishes a batch by HTTP; where each of its events went. */
    List<Sent> sendBatch(Intake intake, List<byte[]> events) {
        var body = new ByteArrayOutputStream();
        for (byte[] event : events) {
            body.write(body.size() == 0 ? '[' : ',');
            body.writeBytes(event);
        }
        body.write(']');
        var answer = RawHttp.post(intake == Intake.PRODUCTION ? stack.production() : stack.procurement(),
                new Request(intake, "", List.of("Content-Type: application/cloudevents-batch+json"),
                        body.toByteArray()));
        return Written.json(answer.body()).path("results").valueStream()
                .map(result -> new Sent(answer.id() + "/" + result.path("index").asInt(), "", result.toString()))
                .toList();
    }

    static String origin(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }

    private KafkaProducer<byte[], byte[]> producer(String compression) {
        return producers.computeIfAbsent(compression, codec -> new KafkaProducer<>(Map.of(
                "bootstrap.servers", stack.bootstrapServers(), "compression.type", codec, "linger.ms", 5,
                "max.in.flight.requests.per.connection", 1), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Override
    public void close() throws IOException {
        producers.values().forEach(KafkaProducer::close);
        raw.close();
    }
}
