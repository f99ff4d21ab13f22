package org.gapwatch.bench.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.border.write.BorderProducers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reads the body, writes as many records of the same bytes to Kafka as a batch has events, and waits for them once. */
@RestController
final class FloorEndpoint {

    static final String PATH = "/bench/floor";
    static final String TOPIC = "bench.http-floor";

    private static final int KEYS = 200;

    private final Producer<byte[], byte[]> producer;

    /** With the producer that the border writes with. */
    FloorEndpoint(BorderProducers producers) {
        producer = producers.direct().createProducer();
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(HttpServletRequest request) throws IOException, ExecutionException, InterruptedException {
        byte[] body = request.getInputStream().readAllBytes();
        List<Future<?>> writes = new ArrayList<>(EventBatches.EVENTS);
        for (int i = 0; i < EventBatches.EVENTS; i++) {
            byte[] value = Arrays.copyOfRange(body, (int) ((long) body.length * i / EventBatches.EVENTS),
                    (int) ((long) body.length * (i + 1) / EventBatches.EVENTS));
            byte[] key = ("bench.capability-" + (body.length + i) % KEYS).getBytes(StandardCharsets.UTF_8);
            writes.add(producer.send(new ProducerRecord<>(TOPIC, key, value)));
        }
        for (Future<?> write : writes) {
            write.get();
        }
    }
}
