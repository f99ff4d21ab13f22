package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.gapwatch.embedded.EmbeddedKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back: what is not acknowledged is told so, and nothing is skipped. */
class BrokerAwayTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String[] STRUCTURED = {"Content-Type", "application/cloudevents+json"};

    @Test
    void theBorderWaitsForItsBroker(@TempDir Path directory) throws Exception {
        var kafka = EmbeddedKafka.start(directory);
        int port = kafka.port();
        String address = kafka.bootstrapServers();
        try (var service = RunningService.startOn(address, Servers.mongo().replaceFirst("/gapwatch$", "/away"),
                ProductionService.application(), "spring.kafka.producer.properties.delivery.timeout.ms=6000",
                "spring.kafka.producer.properties.request.timeout.ms=3000")) {
            assertThat(service.post("/api/events", opened("before", "1"), STRUCTURED).status()).isEqualTo(202);
            await().atMost(SOON).until(() -> service.get("/actuator/health/readiness").status() == 200);

            kafka.close();
            var answer = service.post("/api/events", opened("while-away", "1"), STRUCTURED);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("5");
            assertThat(answer.body().get("detail").asString()).contains("Send the same request again");
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
            var liveness = service.get("/actuator/health/liveness");
            assertThat(liveness.status()).isEqualTo(200);
            assertThat(liveness.body().get("components").propertyNames()).contains("projectionsAlive");
            // Of the topic of rejections the producer knows nothing yet, so each write would wait for that first.
            String bad = Collections.nCopies(1_000, opened("bad", "-1")).toString();
            await().atMost(SOON).until(() -> service.post("/api/events", bad, "Content-Type",
                    "application/cloudevents-batch+json").status() == 503);

            kafka = EmbeddedKafka.start(directory, port);
            // Nothing was written of it, so its id does not stand for the content it had.
            await().atMost(SOON).untilAsserted(() -> assertThat(
                    service.post("/api/events", opened("while-away", "2"), STRUCTURED).status()).isEqualTo(202));
            try (var producer = Kafka.producer(address)) {
                producer.send(Kafka.record(Topics.INTAKE_PRODUCTION,
                        opened("after", "1").getBytes(StandardCharsets.UTF_8))).get();
            }
            for (String id : new String[]{"before", "while-away", "after"}) {
                await().atMost(SOON).until(() -> service.get("/api/production-lines/space.station/" + id).status(),
                        status -> status == 200);
            }
            await().atMost(SOON).until(() -> service.get("/actuator/health/readiness").status() == 200);
        } finally {
            kafka.close();
        }
    }

    private static String opened(String id, String capacity) {
        return Events.opened("urn:away", id, "space.station", capacity);
    }
}
