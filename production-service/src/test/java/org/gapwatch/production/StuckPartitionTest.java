package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.border.write.BorderProducers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.Test;

/** One partition's batch cannot be written: readiness says so, whatever is written of the others meanwhile. */
class StuckPartitionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String READINESS = "/actuator/health/readiness";

    private final AtomicBoolean stuck = new AtomicBoolean(true);

    @Test
    void readinessIsDownUntilItIsWritten() {
        try (var service = RunningService.start(ProductionService.application())) {
            var factory = service.context().getBean(BorderProducers.class).transactional();
            factory.addPostProcessor(this::refusing);
            factory.reset();
            publish(0, "stuck-1");
            await().atMost(PATIENCE).until(() -> service.get(READINESS).status() == 503);
            for (int i = 0; i < 10; i++) {
                String id = "flowing-" + i;
                publish(2, id);
                await().atMost(PATIENCE).until(() -> isAccepted(id));
                assertThat(service.get(READINESS).status()).isEqualTo(503);
            }
            stuck.set(false);
            await().atMost(PATIENCE).until(() -> service.get(READINESS).status() == 200);
            assertThat(isAccepted("stuck-1")).isTrue();
        }
    }

    /** A producer whose transactions fail where what is stuck is in them. */
    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> refusing(Producer<byte[], byte[]> real) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(Producer.class.getClassLoader(),
                new Class<?>[]{Producer.class}, (_, method, arguments) -> {
                    if (stuck.get() && method.getName().equals("send")
                            && arguments[0] instanceof ProducerRecord<?, ?> record
                            && new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)
                                    .startsWith("stuck")) {
                        throw new KafkaException("refused on purpose");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void publish(int partition, String id) {
        try (var producer = Kafka.producer(Servers.kafka())) {
            var _ = producer.send(new ProducerRecord<>(Topics.INTAKE_PRODUCTION, partition, null,
                    Events.opened("urn:stuck", id, "ships.frigate", "1").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean isAccepted(String id) {
        return Kafka.committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                .anyMatch(record -> Kafka.header(record, "ce_id").equals(id));
    }
}
