package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.border.write.BorderProducers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker's answer to a commit does not come: each event of the batch is there once, whether it was committed or not. */
class UnknownCommitTest {

    private static final int EVENTS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicBoolean unanswered = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachEventOfTheBatchIsThereOnce(boolean committed) {
        String prefix = committed ? "committed-" : "aborted-";
        try (var service = RunningService.start(ProductionService.application())) {
            loseAnAnswer(service, committed);
            publish(IntStream.range(0, EVENTS).mapToObj(i -> prefix + i).toArray(String[]::new));
            await().atMost(PATIENCE).until(() -> !unanswered.get());
            await().atMost(PATIENCE).until(() -> service.get("/actuator/health/readiness").status() == 200);
            publish(prefix + "last");
            await().atMost(PATIENCE).until(() -> counts(prefix).containsKey(prefix + "last"));

            assertThat(counts(prefix)).hasSize(EVENTS + 1);
            assertThat(counts(prefix).values()).containsOnly(1L);
            // And their ids stand for what they said.
            assertThat(service.post("/api/events", event(prefix + "0").replace("Works", "Others"), "Content-Type",
                    "application/cloudevents+json").body().toString()).contains("id-reused");
        }
    }

    private void loseAnAnswer(RunningService service, boolean committed) {
        var factory = service.context().getBean(BorderProducers.class).transactional();
        factory.addPostProcessor(real -> unanswering(real, committed));
        factory.reset();
        unanswered.set(true);
    }

    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> unanswering(Producer<byte[], byte[]> real, boolean committed) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(Producer.class.getClassLoader(),
                new Class<?>[]{Producer.class}, (_, method, arguments) -> {
                    boolean lost = method.getName().equals("commitTransaction")
                            && unanswered.compareAndSet(true, false);
                    if (lost && !committed) {
                        throw new TimeoutException("lost on purpose");
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        if (lost) {
                            throw new TimeoutException("lost on purpose");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void publish(String... ids) {
        try (var producer = Kafka.producer(Servers.kafka())) {
            for (String id : ids) {
                var _ = producer.send(new ProducerRecord<>(Topics.INTAKE_PRODUCTION, 0, null,
                        event(id).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static String event(String id) {
        return Events.opened("urn:unknown", id, "ships.frigate", "1");
    }

    private static Map<String, Long> counts(String prefix) {
        return Kafka.committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                .map(record -> Kafka.header(record, "ce_id")).filter(id -> id.startsWith(prefix))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
