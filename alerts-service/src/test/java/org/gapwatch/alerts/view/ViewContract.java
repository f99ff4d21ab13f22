package org.gapwatch.alerts.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.stream.CanonicalEvents;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.ReferenceStatement;
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
    /** A capability of which there is a lot. */
    static final String OFTEN = "often";

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    /** Twenty of each day; a third was resolved, up to twenty days after. */
    private static final List<Sample> ALERTS = IntStream.range(0, 800).mapToObj(ViewContract::sample).toList();
    /** Sixty of each time, with all that source and id may have in common, or begin with. */
    private static final List<Event> STATEMENTS = IntStream.range(0, 480).mapToObj(ViewContract::statement).toList();

    private MongoClient mongo;
    MongoDatabase database;
    AlertView alerts;
    StatementView statements;

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

    private static Event statement(int number) {
        var entity = "entity-" + number % 5;
        var statement = switch (EntityKind.values()[number % 3]) {
            case LINE -> new LineStatement.Closed(entity, OFTEN, FIRST_DAY);
            case REFERENCE -> new ReferenceStatement.Assessed(entity, OFTEN, 1_000, FIRST_DAY);
            case ORDER -> new OrderStatement.Cancelled(entity, OFTEN);
        };
        // Every other one bears the id of another entity's.
        var begin = List.of("", "~", "}", "\u00e9", "\ue000", "\ud83d\ude00").get(number / 2 % 6);
        return new Event("urn:" + List.of("a", "a b", "\uffee", "\ud83d\ude01").get(number / 12 % 4),
                begin + number / 2, FIRST_DAY.plusDays(number / 60).atTime(12, 0, 0, 5_000).toInstant(ZoneOffset.UTC),
                statement);
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
        statements = new StatementView(database);
        var projection = new AlertProjection(
                new TopicSettings(1, (short) 1, 1, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS));
        project(projection, ALERTS.stream().map(sample -> new ConsumerRecord<>(projection.topic(), 0, 0,
                sample.alertId().getBytes(UTF_8), sample.published().getBytes(UTF_8))).toList());
        // As an earlier release wrote it.
        database.getCollection(projection.name()).insertOne(new Document("_id", "old").append("at", new Document())
                .append("status", "ACTIVE").append("openedOn", "2026-12-31").append("json", "{}"));
        for (EntityKind kind : EntityKind.values()) {
            var ofKind = new StatementProjection(kind);
            project(ofKind, STATEMENTS.stream().filter(event -> event.statement().entityKind() == kind)
                    .map(ViewContract::record).toList());
            database.getCollection(ofKind.name()).insertMany(List.of(
                    new Document("_id", "old").append("at", new Document()).append("capability", OFTEN),
                    new Document("_id", "gone").append("at", new Document()).append("removed", true)));
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(Event event) {
        var record = new ConsumerRecord<>(Topics.canonical(event.statement().entityKind()), 0, 0,
                CanonicalEvents.key(event), CanonicalEvents.value(event));
        CanonicalEvents.headers(event, 0).forEach(header -> record.headers().add(header));
        return record;
    }

    @AfterAll
    void drop() {
        database.drop();
        mongo.close();
        stopServer();
    }

    /** Of the changes of a document the first counts. */
    private void project(Projection projection, List<ConsumerRecord<byte[], byte[]>> records) {
        var documents = new LinkedHashMap<String, Document>();
        records.stream().flatMap(record -> projection.changes(record).stream())
                .forEach(change -> documents.computeIfAbsent(change.id(),
                        id -> Objects.requireNonNull(change.evolve().apply(null, _ -> {
                        })).append("_id", id).append("at", new Document())));
        database.getCollection(projection.name()).insertMany(List.copyOf(documents.values()));
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

    @ParameterizedTest
    @EnumSource
    void pagesThroughAllStatementsOfAMeasureNewestFirst(Measure measure) {
        var all = new ArrayList<Event>();
        String after = null;
        do {
            var page = statements.newest(OFTEN, measure.entityKinds(), PAGE, after);
            all.addAll(page.items().stream().map(Stated::event).toList());
            after = page.last();
        } while (after != null);
        assertThat(all).isEqualTo(STATEMENTS.stream()
                .filter(event -> measure.entityKinds().contains(event.statement().entityKind()))
                .sorted(Event.STATEMENT_ORDER.thenComparing(event -> event.statement().entityKind().name())
                        .thenComparing(event -> event.statement().entityId()).reversed())
                .toList()).hasSize(320);
    }

    @Test
    void knowsNoStatementsOfAnotherCapability() {
        assertThat(statements.newest("other", EnumSet.allOf(EntityKind.class), PAGE, null).items()).isEmpty();
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
