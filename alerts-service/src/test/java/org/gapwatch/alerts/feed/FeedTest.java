package org.gapwatch.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.Note;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.published.ActionJson;
import org.gapwatch.alerts.service.OpenApi;
import org.gapwatch.alerts.service.RunningService;
import org.gapwatch.alerts.service.Samples;
import org.gapwatch.contract.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The stream of alerts, by real HTTP, from records in the alerts topic. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedTest {

    private static final int RECENT = 50;
    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path directory) {
        service = new RunningService(directory, "--gapwatch.feed.recent-events=" + RECENT,
                "--gapwatch.feed.heartbeat=300ms");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void beginsWithTheActiveAlertsAndGoesOnLive() throws Exception {
        var name = unique();
        publish(name, "2026-01-01", "ACTIVE", 1);
        publish(name, "2026-01-01", "ACTIVE", 2);
        publish(name, "2026-02-01", "ACTIVE", 1);
        publish(name, "2026-02-01", "RESOLVED", 2);
        publish(name, "2026-03-01", "ACTIVE", 1);
        publish(name, "2026-03-01", "WITHDRAWN", 2);
        await().atMost(RunningService.LIMIT).until(() -> snapshotOf(name).contains(name + ":2026-01-01:2"));
        assertThat(snapshotOf(name)).containsExactly(name + ":2026-01-01:2");
        try (var client = connect(null)) {
            await().atMost(RunningService.LIMIT).until(() -> client.events().contains("snapshot-end"));
            var end = client.events().indexOf("snapshot-end");
            assertThat(client.received.subList(0, end)).allMatch(event -> event.id() == null);
            assertThat(client.received.get(end).id()).isNotNull();
            publish(name, "2026-01-01", "RESOLVED", 3);
            await().atMost(RunningService.LIMIT).until(() -> alerts(client, name).contains(name + ":2026-01-01:3"));
            assertThat(client.received.getLast().id()).isNotEqualTo(client.received.get(end).id());
            OpenApi.parse(service.get("/openapi.yaml").body()).checkComponent("Alert",
                    client.received.getLast().data());
        }
    }

    @Test
    void sendsAHeartbeatAndCountsItsClients() throws Exception {
        try (var client = connect(null)) {
            await().atMost(RunningService.LIMIT).until(() -> client.heartbeats.size() > 2);
            assertThat(service.get("/actuator/prometheus").body()).containsPattern("gapwatch_sse_clients [1-9]");
        }
        await().atMost(RunningService.LIMIT)
                .until(() -> service.get("/actuator/prometheus").body().contains("gapwatch_sse_clients 0.0"));
    }

    @Test
    void goesOnFromAnIdOfTheHeaderOrTheParameter() throws Exception {
        var name = unique();
        var id = snapshotEnd();
        publish(name, "2026-01-01", "ACTIVE", 1);
        publish(name, "2026-01-01", "ACTIVE", 2);
        for (var client : List.of(connect(id),
                new SseClient(service.uri("/api/alerts/stream?lastEventId=" + id), null))) {
            try (client) {
                await().atMost(RunningService.LIMIT).until(() -> client.received.size() >= 2);
                assertThat(client.events()).containsExactly("alert", "alert");
                assertThat(alerts(client, name)).containsExactly(name + ":2026-01-01:1", name + ":2026-01-01:2");
            }
        }
    }

    @Test
    void readsFromKafkaWhatIsNoLongerInMemory() throws Exception {
        var name = unique();
        var id = snapshotEnd();
        var expected = new ArrayList<String>();
        for (int revision = 1; revision <= 5 * RECENT; revision++) {
            publish(name, "2026-01-01", "ACTIVE", revision);
            expected.add(name + ":2026-01-01:" + revision);
        }
        try (var client = connect(id)) {
            await().atMost(RunningService.LIMIT).until(() -> alerts(client, name).size() >= expected.size());
            assertThat(alerts(client, name)).isEqualTo(expected);
            assertThat(client.events()).containsOnly("alert");
        }
    }

    @Test
    void resetsWhoeverGivesAnIdThatCannotBeResumed() throws Exception {
        var name = unique();
        publish(name, "2026-01-01", "ACTIVE", 1);
        var now = Objects.requireNonNull(EventId.parse(snapshotEnd()));
        var month = Instant.now().minusSeconds(30 * 24 * 3600);
        for (var id : List.of("nonsense", UUID.randomUUID().toString(),
                new EventId(new EventId.Topics(Uuid.randomUuid(), now.topics().actions()), now.position(),
                        now.writtenBy()).text(),
                new EventId(now.topics(), new Position(now.position().alerts() + 1000, -1), now.writtenBy()).text(),
                new EventId(now.topics(), now.position(), month).text())) {
            try (var client = connect(id)) {
                await().atMost(RunningService.LIMIT).until(() -> client.events().contains("snapshot-end"));
                assertThat(client.events()).startsWith("reset").endsWith("snapshot-end");
                assertThat(alerts(client, name)).containsExactly(name + ":2026-01-01:1");
            }
        }
    }

    /**
     * Clients that come and go at random points or are cut off, a service that restarts, aborted transactions, and acts of
     * operators in between: every revision once.
     */
    @Test
    void losesNothingAndSendsNothingTwice() throws Exception {
        long seed = Long.getLong("gapwatch.test.seed", new Random().nextLong());
        System.out.println("FeedTest seed " + seed);
        var random = new Random(seed);
        var name = unique();
        String id = snapshotEnd();
        var expected = new ArrayList<String>();
        var got = new ArrayList<String>();
        var expectedActs = new ArrayList<Integer>();
        var gotActs = new ArrayList<Integer>();
        try (var producer = service.transactionalProducer()) {
            int revision = 0;
            for (int round = 0; round < 25; round++) {
                int size = random.nextInt(1, 2 * RECENT);
                boolean commit = random.nextInt(4) > 0;
                producer.beginTransaction();
                for (int i = 0; i < size; i++) {
                    revision++;
                    var openedOn = "2026-01-0" + random.nextInt(1, 10);
                    boolean act = random.nextInt(8) == 0;
                    if (act) {
                        var _ = producer.send(new ProducerRecord<>(Topics.OPERATOR_ACTIONS, 0, name + ":COVERAGE",
                                action(name, revision)));
                        if (commit) {
                            expectedActs.add(revision);
                        }
                    }
                    var _ = producer
                            .send(new ProducerRecord<>(Topics.CAPABILITY_ALERTS, 0, Samples.alertId(name, openedOn),
                                    Samples.active(name, openedOn, revision)));
                    if (commit) {
                        expected.add(name + ":" + openedOn + ":" + revision);
                    }
                }
                if (commit) {
                    producer.commitTransaction();
                } else {
                    producer.abortTransaction();
                }
                if (round % 10 == 5) {
                    service.stop();
                    service.start();
                }
                if (random.nextBoolean()) {
                    id = readSome(id, name, random.nextInt(RECENT), got, gotActs);
                }
            }
        }
        try (var client = connect(id)) {
            await().atMost(RunningService.LIMIT).untilAsserted(() -> {
                assertThat(got.size() + alerts(client, name).size()).isEqualTo(expected.size());
                assertThat(gotActs.size() + acts(client, name).size()).isEqualTo(expectedActs.size());
            });
            got.addAll(alerts(client, name));
            gotActs.addAll(acts(client, name));
            assertThat(client.events()).doesNotContain("reset", "snapshot-end");
        }
        assertThat(got).isEqualTo(expected);
        assertThat(gotActs).isEqualTo(expectedActs);
    }

    /** A note, as the service writes it. */
    private static String action(String capability, int revision) {
        var now = new Action.Moment(Instant.EPOCH, "another", 0);
        var note = new Note("note", "Anna", Instant.EPOCH, "Asked the plant.");
        return new String(ActionJson.write(new Action(new Subject(capability, Measure.COVERAGE), revision, now.at(),
                now.alertsTopic(), now.alertsOffset(), null, null, List.of(note), null)), StandardCharsets.UTF_8);
    }

    /** Which revisions a client got of what was done about a capability's alerts, in order. */
    private static List<Integer> acts(SseClient client, String capability) {
        return client.data("action").stream().map(data -> ActionJson.read(data.getBytes(StandardCharsets.UTF_8)))
                .filter(action -> action.subject().capability().equals(capability) && action.isOpen())
                .map(action -> (int) action.revision()).toList();
    }

    /** Reads a while, goes away in the middle, and tells the last id. */
    private static @Nullable String readSome(@Nullable String id, String name, int events, List<String> got,
            List<Integer> gotActs) throws Exception {
        var client = connect(id);
        try (client) {
            // It may also be cut off, where more comes at once than the little memory of this test holds.
            await().atMost(RunningService.LIMIT)
                    .until(() -> client.received.size() >= events || !client.heartbeats.isEmpty() || client.ended);
        }
        // What was received in part does not count, as with any client: the id is that of the last whole event.
        got.addAll(alerts(client, name));
        gotActs.addAll(acts(client, name));
        assertThat(client.events()).doesNotContain("reset", "snapshot-end");
        return client.received.isEmpty() ? id : client.received.getLast().id();
    }

    @Test
    void cutsOffAClientTooSlowWhichThenResumes() throws Exception {
        var name = unique();
        var id = snapshotEnd();
        var uri = service.uri("/api/alerts/stream");
        int revisions = 20_000;
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(("GET /api/alerts/stream HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + id
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int revision = 1; revision <= revisions; revision++) {
                service.alert(Samples.alertId(name, "2026-01-01"), Samples.active(name, "2026-01-01", revision));
            }
            await().atMost(RunningService.LIMIT).until(
                    () -> service.get("/actuator/prometheus").body().contains("gapwatch_sse_clients 0.0"));
        }
        try (var client = connect(id)) {
            await().atMost(RunningService.LIMIT).until(() -> alerts(client, name).size() >= revisions);
            assertThat(alerts(client, name)).hasSize(revisions).doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void resetsEveryoneWhereTheTopicIsCreatedAnew() throws Exception {
        var name = unique();
        publish(name, "2026-01-01", "ACTIVE", 1);
        await().atMost(RunningService.LIMIT).until(() -> !snapshotOf(name).isEmpty());
        try (var client = connect(null)) {
            await().atMost(RunningService.LIMIT).until(() -> client.events().contains("snapshot-end"));
            var id = client.lastEventId;
            service.recreateAlertsTopic();
            publish(name, "2026-02-02", "ACTIVE", 1);
            await().atMost(RunningService.LIMIT).until(() -> client.events().contains("reset"));
            await().atMost(RunningService.LIMIT).until(() -> alerts(client, name).contains(name + ":2026-02-02:1"));
            try (var another = connect(id)) {
                await().atMost(RunningService.LIMIT).until(() -> another.events().contains("snapshot-end"));
                assertThat(another.events()).startsWith("reset");
                assertThat(alerts(another, name)).containsExactly(name + ":2026-02-02:1");
            }
        }
    }

    private static String unique() {
        return "c" + UUID.randomUUID();
    }

    private static void publish(String capability, String openedOn, String status, int revision) {
        service.alert(Samples.alertId(capability, openedOn),
                Samples.alert(capability, openedOn, status, "WATCH", revision));
        service.flush();
    }

    private static SseClient connect(@Nullable String id) throws Exception {
        return new SseClient(service.uri("/api/alerts/stream"), id);
    }

    private static String snapshotEnd() throws Exception {
        try (var client = connect(null)) {
            await().atMost(RunningService.LIMIT).until(() -> client.events().contains("snapshot-end"));
            return Objects.requireNonNull(client.lastEventId);
        }
    }

    private static List<String> snapshotOf(String capability) throws Exception {
        try (var client = connect(null)) {
            await().atMost(RunningService.LIMIT).until(() -> client.events().contains("snapshot-end"));
            return alerts(client, capability);
        }
    }

    /** Which revisions of a capability's alerts a client got, in order, as in {@code capability:2026-01-01:7}. */
    private static List<String> alerts(SseClient client, String capability) {
        return client.data("alert").stream().filter(data -> data.contains("\"" + capability + "\""))
                .map(data -> data.replaceFirst(".*\"openedOn\":\"([0-9-]+)\".*\"revision\":([0-9]+).*",
                        capability + ":$1:$2"))
                .toList();
    }
}
