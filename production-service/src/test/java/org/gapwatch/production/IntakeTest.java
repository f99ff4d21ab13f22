package org.gapwatch.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.border.testing.Events;
import org.gapwatch.border.testing.Kafka;
import org.gapwatch.border.testing.RunningService;
import org.gapwatch.border.testing.Servers;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The intake topic, as outsiders write to it. */
class IntakeTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ProductionService.application());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void eventsInBothModesGoToTheCanonicalTopicKeyedByCapability() throws Exception {
        publish(Kafka.record(Topics.INTAKE_PRODUCTION,
                bytes("{\"lineId\":\"in-1\",\"capability\":\"ships.frigate\",\"opensOn\":\"2026-01-01\",\"monthlyCapacity\":2}"),
                "ce_specversion", "1.0", "ce_id", "in-1", "ce_source", "urn:in", "ce_type",
                "org.gapwatch.production.line.opened.v1", "ce_time", "2026-01-05T08:00:00Z", "content-type",
                "application/json"));
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(Events.opened("urn:in", "in-2", "ships.frigate", "3")),
                "content-type", "application/cloudevents+json"));
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(Events.opened("urn:in", "in-3", "ships.frigate", "4"))));

        for (String id : List.of("in-1", "in-2", "in-3")) {
            var record = await().atMost(SOON).until(() -> accepted("urn:in", id), found -> found.size() == 1)
                    .getFirst();
            assertThat(record.key()).asString().isEqualTo("ships.frigate");
            assertThat(Kafka.header(record, "content-type")).isEqualTo("application/json");
            assertThat(Long.parseLong(Kafka.header(record, "gapwatch-intake-at"))).isPositive();
        }
    }

    @Test
    void garbageIsRejectedWithAllItsProblemsAndStopsNothing() throws Exception {
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, new byte[]{(byte) 0xFF, 'x'}));
        publish(new ProducerRecord<>(Topics.INTAKE_PRODUCTION, null, null));
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(Events.structured("urn:bad", "bad-1",
                "org.gapwatch.production.line.opened.v1",
                "{\"lineId\":\"?\",\"capability\":\"x\",\"opensOn\":\"2026-02-30\",\"monthlyCapacity\":0.0001}"))));
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes("{\"specversion\":\"1.0\",\"id\":\"\\ud800\"}")));
        publish(new ProducerRecord<>(Topics.INTAKE_PRODUCTION, null, -1L + 1, null,
                bytes(Events.opened("urn:bad", "old-timestamp", "ships.frigate", "1"))));
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(Events.opened("urn:bad", "good", "ships.frigate", "1"))));

        await().atMost(SOON).until(() -> accepted("urn:bad", "good").size() == 1
                && accepted("urn:bad", "old-timestamp").size() == 1);
        var rejection = rejection("\"bad-1\"");
        assertThat(rejection.get("service").asString()).isEqualTo("production-service");
        assertThat(rejection.get("source").asString()).isEqualTo("urn:bad");
        assertThat(rejection.get("origin").get("topic").asString()).isEqualTo(Topics.INTAKE_PRODUCTION);
        assertThat(rejection.get("truncated").asBoolean()).isFalse();
        assertThat(rejection.get("problems").valueStream().map(each -> each.get("pointer").asString())).contains(
                "/data/lineId", "/data/opensOn", "/data/monthlyCapacity");
        assertThat(rejection("\uFFFDx").get("problems").get(0).get("code").asString()).isEqualTo("not-utf-8");
        assertThat(rejection("\"original\":null").get("id").isNull()).isTrue();
    }

    @Test
    void anOversizedRecordIsRejectedWithItsFirst4KiB() throws Exception {
        String event = Events.opened("urn:large", "large-1", "ships.frigate", "1").replace("\"Works\"",
                "\"" + "é".repeat(40_000) + "\"");
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(event)));

        var rejection = await().atMost(SOON).until(() -> rejection("large-1"), found -> !found.isMissingNode());
        assertThat(rejection.get("problems").get(0).get("code").asString()).isEqualTo("event-too-large");
        assertThat(rejection.get("truncated").asBoolean()).isTrue();
        assertThat(bytes(rejection.get("original").asString()).length).isBetween(4093, 4096);
        assertThat(rejection.get("original").asString()).doesNotContain("\uFFFD");
    }

    @Test
    void anIdUsedAgainForOtherContentIsRejectedAcrossHttpAndKafka() throws Exception {
        assertThat(service.post("/api/events", Events.opened("urn:both", "b", "ships.frigate", "1"), "Content-Type",
                "application/cloudevents+json").status()).isEqualTo(202);
        publish(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(Events.opened("urn:both", "b", "ships.frigate", "2"))));

        var rejection = await().atMost(SOON).until(() -> rejection("urn:both"), found -> !found.isMissingNode());
        assertThat(rejection.get("problems").get(0).get("code").asString()).isEqualTo("id-reused");
        assertThat(accepted("urn:both", "b")).hasSize(1);
    }

    @Test
    void anEventAheadOfItsTimeThatContradictsItsOwnBatchIsRejectedForBoth() throws Exception {
        String first = Events.opened("urn:ahead", "a", "ships.frigate", "1");
        try (var producer = Kafka.producer(Servers.kafka())) {
            // Sent without waiting, so that one batch has both.
            var _ = producer.send(Kafka.record(Topics.INTAKE_PRODUCTION, bytes(first)));
            var _ = producer.send(Kafka.record(Topics.INTAKE_PRODUCTION,
                    bytes(first.replace("2026-01-05", "2099-01-05").replace("frigate", "cutter"))));
        }

        var rejection = await().atMost(SOON).until(() -> rejection("urn:ahead"), found -> !found.isMissingNode());
        assertThat(rejection.get("problems").valueStream().map(each -> each.get("code").asString()))
                .containsExactly("time-ahead", "id-reused", "capability-differs");
        assertThat(accepted("urn:ahead", "a")).hasSize(1);
    }

    @Test
    void rejectionsAreListedNewestFirstPageByPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            publish(Kafka.record(Topics.INTAKE_PRODUCTION,
                    bytes(Events.opened("urn:listed", "listed-" + i, "ships.frigate", "-1"))));
            // One by one: partitions are read by several threads, and what counts is when an event was rejected.
            int listed = i + 1;
            await().atMost(SOON).until(
                    () -> service.get("/api/rejections?source=urn:listed").body().get("items").size(),
                    size -> size == listed);
        }
        var first = service.get("/api/rejections?source=urn:listed&limit=3").body();
        assertThat(first.get("items").valueStream().map(each -> each.get("id").asString())).containsExactly(
                "listed-4", "listed-3", "listed-2");
        var second = service.get("/api/rejections?source=urn:listed&limit=3&cursor=" + first.get("next").asString())
                .body();
        assertThat(second.get("items").valueStream().map(each -> each.get("id").asString())).containsExactly(
                "listed-1", "listed-0");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(service.get("/api/rejections?source=urn:other&cursor=" + first.get("next").asString()).status())
                .isEqualTo(400);
    }

    private static void publish(ProducerRecord<byte[], byte[]> record)
            throws ExecutionException, InterruptedException {
        try (var producer = Kafka.producer(Servers.kafka())) {
            producer.send(record).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> accepted(String source, String id) {
        return Kafka.committed(Servers.kafka(), Topics.PRODUCTION_LINES).stream()
                .filter(each -> Kafka.header(each, "ce_source").equals(source))
                .filter(each -> Kafka.header(each, "ce_id").equals(id)).toList();
    }

    /** The one rejection that contains a text, or a missing node. */
    private static JsonNode rejection(String text) {
        var found = Kafka.committed(Servers.kafka(), Topics.REJECTED_EVENTS).stream()
                .map(each -> new String(each.value(), StandardCharsets.UTF_8)).filter(each -> each.contains(text))
                .toList();
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? JSON.missingNode() : JSON.readTree(found.getFirst());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
