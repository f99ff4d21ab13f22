package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.Test;

/** An id used again for other content is found out as far back as docs/events.md says: the latest events, as many as set. */
class IdMemoryTest {

    private static final int MEMORY = 200;
    private static final int EVENTS = 300;
    /** Several threads write to several partitions, so at the edge it may be neighbours that are remembered. */
    private static final int NEIGHBOURS = 10;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String[] BATCH = {"Content-Type", "application/cloudevents-batch+json"};

    @Test
    void anIdUsedAgainIsFoundOutAsFarBackAsTheMemoryReaches() {
        try (var service = start()) {
            service.post("/api/events", batch("urn:memory-http", 0, EVENTS, "1"), BATCH);

            assertThat(reused(service, "urn:memory-http")).isEqualTo(latest(MEMORY));
        }
    }

    @Test
    void alsoAfterARestartWhereEachEventWasATransactionOfItsOwn() throws Exception {
        try (var service = start(); var producer = Kafka.producer(Servers.kafka())) {
            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
            for (int i = 0; i < EVENTS; i++) {
                producer.send(Kafka.record(Topics.INTAKE_PRODUCTION, Events.opened("urn:memory-kafka", "m-" + i,
                        "drones.c" + i % 7, "1").getBytes(StandardCharsets.UTF_8))).get();
            }
            await().atMost(SOON).until(() -> Kafka.committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                    .filter(record -> Kafka.header(record, "ce_source").equals("urn:memory-kafka")).count() == EVENTS);
        }
        try (var service = start()) {
            assertThat(reused(service, "urn:memory-kafka"))
                    .endsWith(latest(MEMORY - NEIGHBOURS).toArray(String[]::new));
        }
    }

    private static RunningService start() {
        return RunningService.start(ProductionService.application(), "gapwatch.border.memory=" + MEMORY);
    }

    private static List<String> latest(int count) {
        return IntStream.range(EVENTS - count, EVENTS).mapToObj(i -> "m-" + i).toList();
    }

    /** Which of the latest ids are found to be used again, by sending all that should be once more with another capacity. */
    private static List<String> reused(RunningService service, String source) {
        List<String> reused = new ArrayList<>();
        var answer = service.post("/api/events", batch(source, EVENTS - MEMORY, EVENTS, "2"), BATCH);
        answer.body().get("results").forEach(result -> {
            if (result.path("problems").path(0).path("code").asString("").equals("id-reused")) {
                reused.add(result.get("id").asString());
            }
        });
        return reused;
    }

    private static String batch(String source, int from, int to, String capacity) {
        return IntStream.range(from, to)
                .mapToObj(i -> Events.opened(source, "m-" + i, "drones.c" + i % 7, capacity))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
