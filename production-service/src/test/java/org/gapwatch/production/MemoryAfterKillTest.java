package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged over HTTP is remembered after a restart, also where it lies behind a transaction that a process
 * left open when it was killed.
 */
class MemoryAfterKillTest {

    private static final String CAPABILITY = "drones.left-open";

    @Test
    void whatLiesBehindAnOpenTransactionIsRemembered() throws Exception {
        try (var service = start(); var killed = producer(); var later = Executors.newScheduledThreadPool(1)) {
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(Topics.PRODUCTION_LINES, CAPABILITY.getBytes(StandardCharsets.UTF_8),
                    "left open".getBytes(StandardCharsets.UTF_8))).get();
            assertThat(post(service, "1")).isEqualTo(202);
            service.close();
            // As the broker does by itself, after a while.
            later.schedule(killed::abortTransaction, 3, TimeUnit.SECONDS);
            try (var again = start()) {
                assertThat(post(again, "2")).isEqualTo(422);
                assertThat(post(again, "1")).isEqualTo(202);
            }
        }
    }

    private static int post(RunningService service, String capacity) {
        return service.post("/api/events", Events.opened("urn:left-open", "left-open-1", CAPABILITY, capacity),
                "Content-Type", "application/cloudevents+json").status();
    }

    private static RunningService start() {
        return RunningService.start(ProductionService.application());
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Servers.kafka(), "transactional.id", "left-open"),
                new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }
}
