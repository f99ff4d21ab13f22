package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.projection.Projection;
import org.gapwatch.service.topics.TopicSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists tell on every server, of documents as the projections make them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ViewContract {

    /** No page ends where a day does. */
    static final int PAGE = 7;

    private static final String OFTEN = "often";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    /** Twenty of each day; a third was resolved, up to twenty days after. */
    private static final List<Sample> ALERTS = IntStream.range(0, 800).mapToObj(ViewContract::sample).toList();

    private MongoClient mongo;
    MongoDatabase database;
    AlertView alerts;

    private record Sample(String alertId, String capability, AlertStatus status, LocalDate openedOn,
            LocalDate changedOn) {

        LocalDate day(AlertOrder order) {
            return switch (order) {
                case OPENED -> openedOn;
                case CHANGED -> changedOn;
            };
        }

        String published() {
            return """
                    {"alertId":"%s","capability":"%s","measure":"COVERAGE","status":"%s","phase":"WIDENING",\
                    "severity":"WATCH","openedOn":"%s","transitions":[{"on":"%s"},{"on":"%s"}]}""".formatted(alertId,
                    capability, status, openedOn, openedOn, changedOn);
        }
    }

    private static Sample sample(int number) {
        var status = AlertStatus.values()[number % AlertStatus.values().length];
        var openedOn = FIRST_DAY.plusDays(number % 40);
        return new Sample("alert-" + number, number % 5 == 0 ? OFTEN : "capability-" + number, status, openedOn,
                openedOn.plusDays(status == AlertStatus.RESOLVED ? number / 40 : 0));
    }

    /** The server's address. */
    abstract String uri();

    /** After everything else. */
    void stopServer() {
    }

    @BeforeAll
    void project() {
        mongo = MongoClients.create(uri());
        database = mongo.getDatabase("gapwatch-test-" + UUID.randomUUID());
        alerts = new AlertView(database);
        var projection = new AlertProjection(
                new TopicSettings(1, (short) 1, 1, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS));
        project(projection, ALERTS.stream().map(sample -> new ConsumerRecord<>(projection.topic(), 0, 0,
                sample.alertId().getBytes(UTF_8), sample.published().getBytes(UTF_8))).toList());
        // As an earlier release wrote it.
        database.getCollection(projection.name()).insertOne(new Document("_id", "old").append("at", new Document())
                .append("status", "ACTIVE").append("openedOn", "2026-12-31").append("json", "{}"));
    }

    @AfterAll
    void drop() {
        database.drop();
        mongo.close();
        stopServer();
    }

    /** Each record makes documents of its own. */
    private void project(Projection projection, List<ConsumerRecord<byte[], byte[]>> records) {
        var documents = records.stream().flatMap(record -> projection.changes(record).stream())
                .map(change -> Objects.requireNonNull(change.evolve().apply(null, _ -> {
                })).append("_id", change.id()).append("at", new Document())).toList();
        database.getCollection(projection.name()).insertMany(documents);
        database.getCollection(projection.name()).createIndexes(projection.indexes());
    }

    @ParameterizedTest
    @EnumSource
    void pagesThroughAllAlertsInOrder(AlertOrder order) {
        var inOrder = ALERTS.stream().sorted(Comparator.comparing((Sample sample) -> sample.day(order)).reversed()
                .thenComparing(Sample::alertId)).toList();
        assertThat(paged(order, AlertStatus.ACTIVE, OFTEN)).isEqualTo(inOrder.stream()
                .filter(sample -> sample.status() == AlertStatus.ACTIVE && sample.capability().equals(OFTEN))
                .map(Sample::published).toList());
        assertThat(paged(order, AlertStatus.RESOLVED, null)).isEqualTo(inOrder.stream()
                .filter(sample -> sample.status() == AlertStatus.RESOLVED).map(Sample::published).toList());
        assertThat(paged(order, null, OFTEN)).isEqualTo(inOrder.stream()
                .filter(sample -> sample.status() != AlertStatus.WITHDRAWN && sample.capability().equals(OFTEN))
                .map(Sample::published).toList());
    }

    @Test
    void listsADocumentOfAnEarlierReleaseWhereItHasAPlace() {
        assertThat(paged(AlertOrder.OPENED, null, null)).startsWith("{}");
        assertThat(paged(AlertOrder.CHANGED, null, null)).doesNotContain("{}")
                .hasSize(paged(AlertOrder.OPENED, null, null).size() - 1);
    }

    private List<String> paged(AlertOrder order, @Nullable AlertStatus status, @Nullable String capability) {
        var all = new ArrayList<String>();
        AlertQuery.@Nullable Place after = null;
        do {
            var page = alerts.find(query(order, status, capability, after));
            all.addAll(page.items());
            after = page.last();
        } while (after != null);
        return all;
    }

    static AlertQuery query(AlertOrder order, @Nullable AlertStatus status, @Nullable String capability,
            AlertQuery.@Nullable Place after) {
        return new AlertQuery(status, null, null, capability, null, order, PAGE, after);
    }
}
