package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.gapwatch.alerts.oracle.EventSet;
import org.gapwatch.alerts.oracle.Expected;
import org.gapwatch.alerts.oracle.ExpectedRecords;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.alerts.oracle.Vectors;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AlertsTopologyTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    static final List<String> VECTORS = Vectors.NAMES;

    @ParameterizedTest
    @FieldSource("VECTORS")
    void vectorsEndInWhatTheModelSays(String name) throws IOException {
        LocalDate today = LocalDate.parse(Vectors.expected(name).required("today").stringValue());
        List<Event> events = Vectors.events(name);
        Map<String, Expected> expected = Oracle.expect(events, today);
        try (var stream = new StreamHarness(today)) {
            events.forEach(stream::send);
            assertTold(stream.settle(), expected, name);
        }
    }

    /** Split at random into several evaluations, while today moves on, and once back: only the end counts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomSetsEndInWhatTheModelSays(long first) throws IOException {
        for (long seed = first * 1000; seed < first * 1000 + 60; seed++) {
            EventSet set = EventSet.random(seed);
            var random = new Random(seed);
            var events = new ArrayList<>(set.events());
            events.addAll(set.events().subList(0, random.nextInt(set.events().size() + 1)));
            Collections.shuffle(events, random);
            try (var stream = new StreamHarness(set.today())) {
                for (Event event : events) {
                    stream.send(event);
                    if (random.nextInt(4) == 0) {
                        stream.today(another(set.today(), random));
                        stream.settle();
                    } else {
                        // Often so soon after an event that more may be coming: then years gone by wait.
                        stream.tick(Duration.ofMillis(random.nextInt(100)));
                    }
                }
                stream.today(set.today());
                assertTold(stream.settle(), set.expected(), "seed " + seed);
            }
        }
    }

    @Test
    void nothingIsPublishedTwice() throws IOException {
        EventSet set = EventSet.random(7);
        try (var stream = new StreamHarness(set.today())) {
            set.events().forEach(stream::send);
            int news = stream.settle().news().size();
            // Outputs fails on a gap that is told again without a difference.
            set.events().forEach(stream::send);
            assertThat(stream.settle().news()).hasSize(news);
        }
    }

    @Test
    void everythingIsTakenBackWhileNothingIsKnown() throws IOException {
        EventSet set = EventSet.random(11);
        try (var stream = new StreamHarness(set.today())) {
            set.events().forEach(stream::send);
            assertThat(stream.settle().gaps()).isNotEmpty();
            stream.today(LocalDate.of(1980, 1, 1));
            assertThat(stream.settle().gaps()).isEmpty();
            assertThat(stream.outputs.alerts()).isEmpty();
            stream.today(set.today());
            assertTold(stream.settle(), set.expected(), "and comes back");
        }
    }

    @Test
    void correctionWithdrawsBeforeItOpens() throws IOException {
        var news = List.of("tanks:OUTPUT:2026-03-01 OPENED", "tanks:OUTPUT:2026-03-01 WITHDRAWN",
                "tanks:OUTPUT:2026-02-01 OPENED");
        try (var stream = new StreamHarness(LocalDate.of(2026, 3, 10))) {
            stream.send(assessed("1", "2026-03-01T00:00:00Z"));
            stream.settle();
            stream.send(assessed("2", "2026-02-01T00:00:00Z"));
            assertThat(stream.settle().news()).isEqualTo(news);
            assertThat(stream.outputs.alert("tanks:OUTPUT:2026-03-01").required("status").stringValue())
                    .isEqualTo("WITHDRAWN");
        }
    }

    @Test
    void yearsGoneByWaitWhileMoreIsComingButTheHeadDoesNot() throws IOException {
        try (var stream = new StreamHarness(LocalDate.of(2027, 3, 10))) {
            stream.send(assessed("first", "2026-01-10T00:00:00Z"));
            stream.settle();
            String year = stream.outputs.gaps().get("tanks:OUTPUT:2026");

            int steps = sendUntilToldAnew(stream, "tanks:OUTPUT", 0);
            assertThat(stream.outputs.gaps().get("tanks:OUTPUT:2026")).as("waits").isEqualTo(year);
            String told = stream.settle().gaps().get("tanks:OUTPUT:2026");
            assertThat(told).as("all is evaluated, and nothing more is coming").isNotEqualTo(year);

            sendUntilToldAnew(stream, "tanks:OUTPUT:2026", steps);
        }
    }

    /** Keeps sending what changes a year gone by; ends with the step in which a record of that key is another. */
    private static int sendUntilToldAnew(StreamHarness stream, String key, int firstStep) {
        Instant february = Instant.parse("2026-02-01T00:00:00Z");
        String before = stream.outputs.gaps().get(key);
        int step = firstStep;
        while (Objects.equals(stream.outputs.gaps().get(key), before)) {
            assertThat(step - firstStep).isLessThan(200);
            stream.send(assessed(Integer.toString(step), february.plusSeconds(step).toString(), 2_000 + step));
            stream.tick(Duration.ofMillis(40));
            step++;
        }
        return step;
    }

    private static Event assessed(String id, String time) {
        return assessed(id, time, 1_000);
    }

    private static Event assessed(String id, String time, long monthlyOutput) {
        return new Event("test", id, Instant.parse(time),
                new ReferenceStatement.Assessed("party", "tanks", monthlyOutput, LocalDate.of(2026, 1, 1)));
    }

    @Test
    void garbageIsRejectedAndCountsForNothing() throws IOException {
        EventSet set = EventSet.random(5);
        Event event = set.events().getFirst();
        String topic = Topics.canonical(event.statement().entityKind());
        String other = topic.equals(Topics.PRODUCTION_LINES) ? Topics.REFERENCE_OUTPUT : Topics.PRODUCTION_LINES;
        byte[] value = CanonicalEvents.value(event);
        var headers = CanonicalEvents.headers(event, 0);
        try (var stream = new StreamHarness(set.today())) {
            stream.send(topic, CanonicalEvents.key(event), CanonicalEvents.utf8("{"), headers);
            stream.send(topic, CanonicalEvents.utf8("another"), value, headers);
            stream.send(other, CanonicalEvents.key(event), value, headers);
            stream.send(topic, CanonicalEvents.key(event), value, new RecordHeaders());
            stream.settle();
            List<JsonNode> rejections = stream.rejections().stream().map(Outputs.JSON::readTree).toList();
            assertThat(rejections).hasSize(4).allSatisfy(rejection -> {
                assertThat(rejection.required("service").stringValue()).isEqualTo("alerts-service");
                assertThat(rejection.required("problems")).isNotEmpty();
            });
            assertThat(code(rejections.get(1))).isEqualTo("wrong-key");
            assertThat(code(rejections.get(2))).isEqualTo("wrong-topic");
            assertThat(rejections.get(2).required("origin").required("topic").stringValue()).isEqualTo(other);
            assertThat(rejections.get(1).required("id").stringValue()).isEqualTo(event.id());
            assertThat(stream.outputs.gaps()).isEmpty();
            assertThat(stream.meters.get("gapwatch.canonical.skipped").tag("code", "wrong-key").counter().count())
                    .isOne();
            set.events().forEach(stream::send);
            assertTold(stream.settle(), set.expected(), "after garbage");
        }
    }

    @Test
    void eventInAnotherPartitionThanItsKeysIsRejected() throws IOException {
        Event event = assessed("1", "2026-03-01T00:00:00Z");
        for (int partitions = 1; partitions <= 8; partitions++) {
            int right = BuiltInPartitioner.partitionForKey(CanonicalEvents.key(event), partitions);
            try (var stream = new StreamHarness(LocalDate.of(2026, 3, 10), partitions)) {
                stream.send(event);
                assertThat(stream.settle().gaps().isEmpty()).as("%s partitions", partitions).isEqualTo(right != 0);
                var codes = stream.rejections().stream().map(Outputs.JSON::readTree).map(AlertsTopologyTest::code);
                assertThat(codes).isEqualTo(right == 0 ? List.of() : List.of("wrong-partition"));
                assertThat(stream.meters.find("gapwatch.canonical.skipped").tag("code", "wrong-partition").counters())
                        .hasSize(right == 0 ? 0 : 1);
            }
        }
    }

    @Test
    void timeFromIntakeToAlertIsTakenOnceItIsCommitted() throws IOException {
        try (var stream = new StreamHarness(LocalDate.of(2026, 6, 30))) {
            Vectors.events("random-101").forEach(stream::send);
            stream.settle();
            stream.tick(Duration.ofMillis(100));
            assertThat(stream.meters.get("gapwatch.intake.to.alert").timer().count()).isPositive();
            assertThat(stream.meters.get("gapwatch.evaluations").counter().count()).isPositive();
        }
    }

    private static LocalDate another(LocalDate day, Random random) {
        LocalDate other = day.plusDays(random.nextInt(-400, 100));
        return other.isAfter(LAST_DAY) ? LAST_DAY : other;
    }

    private static String code(JsonNode rejection) {
        return rejection.required("problems").get(0).required("code").stringValue();
    }

    static void assertTold(Outputs outputs, Map<String, Expected> expected, String what) {
        assertThat(outputs.gaps()).as(what).isEqualTo(ExpectedRecords.gaps(expected));
        assertThat(outputs.alerts()).as(what).isEqualTo(ExpectedRecords.alerts(expected));
    }
}
