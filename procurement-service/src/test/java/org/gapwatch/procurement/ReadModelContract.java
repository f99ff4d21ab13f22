package org.gapwatch.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the read model of entities and rejections owes, whichever MongoDB server it lies on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadModelContract {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String DELIVERED = "org.gapwatch.procurement.order.delivered.v1";

    /** Keeps runs on the same topics apart. */
    private final String run = getClass().getSimpleName() + System.nanoTime();
    private final String capability = "ammunition.run-" + Long.toString(System.nanoTime(), 36);
    private RunningService service;

    /** The server's address, with a database of this run's own. */
    abstract String uri();

    /** Whether the server is the embedded one, with its single writer. */
    abstract boolean singleWriter();

    @BeforeAll
    void start() {
        service = startService();
    }

    private RunningService startService() {
        return RunningService.startOn(Servers.kafka(), uri(), ProcurementService.application(),
                "gapwatch.mongodb.single-writer=" + singleWriter());
    }

    @AfterAll
    void stop() {
        service.context().getBean(MongoDatabase.class).drop();
        service.close();
    }

    @Test
    void aLongHistoryInAnyOrderWithDuplicatesFoldsAsTheModelSays() throws Exception {
        long seed = System.nanoTime();
        System.out.println("ReadModelContract seed " + seed);
        String order = "long-" + run;
        List<String> events = new ArrayList<>();
        events.add(Events.placed("urn:" + run, order, capability, "1000"));
        for (int i = 0; i < 400; i++) {
            events.add(Events.structured("urn:" + run, order + "-d" + i, DELIVERED, """
                    {"orderId":"%s","capability":"%s","deliveryId":"d%d","quantity":1.5,"deliveredOn":"2026-01-01"}"""
                    .formatted(order, capability, i)));
        }
        events.addAll(events.subList(0, 100));
        Collections.shuffle(events, new Random(seed));
        publish(events);

        String path = "/api/orders/" + capability + "/" + order;
        await().atMost(SOON).until(() -> service.get(path).body().path("statements").size() == 401);
        var answer = service.get(path).body();
        assertThat(answer.get("outstanding").intValue()).isEqualTo(400);
        assertThat(ids(answer.get("statements"), "id")).hasSize(401);
        var listed = service.get("/api/orders?buyer=Army&capability=" + capability).body().get("items");
        assertThat(ids(listed, "orderId")).contains(order);
        // The history's first piece is a document of its own, and no order.
        assertThat(service.get(path + "%230").status()).isEqualTo(404);
    }

    @Test
    void aDroppedCollectionIsBuiltAnewFromItsTopic() throws Exception {
        publish(List.of(Events.placed("urn:" + run, "drop-" + run, capability, "7")));
        String path = "/api/orders/" + capability + "/drop-" + run;
        await().atMost(SOON).until(() -> service.get(path).status() == 200);

        service.context().getBean(MongoDatabase.class).getCollection("orders").drop();

        await().atMost(SOON).until(() -> service.get(path).status() == 200);
    }

    @Test
    void allIsThereAfterARestartAndIdsAreStillKnown() throws Exception {
        String event = Events.placed("urn:" + run, "restart-" + run, capability, "7");
        publish(List.of(event));
        String path = "/api/orders/" + capability + "/restart-" + run;
        await().atMost(SOON).until(() -> service.get(path).status() == 200);

        service.close();
        service = startService();

        assertThat(service.get(path).status()).isEqualTo(200);
        String[] structured = {"Content-Type", "application/cloudevents+json"};
        assertThat(service.post("/api/events", event, structured).status()).isEqualTo(202);
        var reused = service.post("/api/events", event.replace("\"quantity\":7", "\"quantity\":8"), structured);
        assertThat(reused.body().get("problems").get(0).get("code").asString()).isEqualTo("id-reused");
        var moved = service.post("/api/events",
                event.replace(capability, "tanks.other").replace("\"id\":\"restart", "\"id\":\"moved"), structured);
        assertThat(moved.body().get("problems").get(0).get("code").asString()).isEqualTo("capability-differs");
    }

    @Test
    void pagesMeetEachItemOnce() throws Exception {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            events.add(Events.placed("urn:" + run, "page-" + i + run, capability + "-pages", "1"));
        }
        publish(events);
        String list = "/api/orders?capability=" + capability + "-pages&limit=";
        await().atMost(SOON).until(() -> service.get(list + 100).body().get("items").size() == 25);
        for (String sort : List.of("id", "-id", "updatedAt", "-updatedAt")) {
            List<String> met = new ArrayList<>();
            String cursor = "";
            do {
                var page = service.get(list + 7 + "&sort=" + sort + "&cursor=" + cursor).body();
                page.get("items").forEach(item -> met.add(item.get("orderId").asString()));
                cursor = page.get("next").isNull() ? "" : page.get("next").asString();
            } while (!cursor.isEmpty());
            assertThat(met).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @Test
    void rejectionsAreKeptOfThisServiceOnly() throws Exception {
        publish(List.of(Events.placed("urn:rejected" + run, "bad", capability, "-1")));
        String path = "/api/rejections?source=urn:rejected" + run;
        await().atMost(SOON).until(() -> service.get(path).body().get("items").size() == 1);
        assertThat(ids(service.get("/api/rejections").body().get("items"), "service"))
                .containsExactly("procurement-service");
    }

    private static Set<String> ids(JsonNode items, String field) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.get(field).asString()));
        return ids;
    }

    private static void publish(List<String> events) {
        try (Producer<byte[], byte[]> producer = Kafka.producer(Servers.kafka())) {
            for (String event : events) {
                var _ = producer
                        .send(Kafka.record(Topics.INTAKE_PROCUREMENT, event.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }
}
