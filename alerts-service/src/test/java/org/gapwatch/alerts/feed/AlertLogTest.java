package org.gapwatch.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertLogTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration REACH = Duration.ofDays(30);
    private static final Uuid TOPIC = Uuid.randomUuid();

    private final AlertLog log = new AlertLog(10, 1_000_000, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void begin() {
        log.begin(TOPIC, REACH);
    }

    @Test
    void snapshotHasTheActiveAlertsOnlyEachByItsLastRecord() {
        log.add(List.of(event(1, "a", true), event(2, "b", true), event(4, "a", true), event(5, "b", false)));
        log.complete(NOW);
        var snapshot = log.snapshot();
        assertThat(snapshot.active()).extracting(AlertEvent::offset).containsExactly(4L);
        assertThat(snapshot.id()).isEqualTo(new EventId(TOPIC, 5, NOW));
    }

    @Test
    void resumesFromMemoryWhereAllThatFollowsIsThere() throws InterruptedException {
        addUpTo(20);
        assertThat(log.resume(id(10, NOW))).isEqualTo(new Resumption.At(new Place(1, 10)));
        assertThat(log.resume(id(20, NOW))).isEqualTo(new Resumption.At(new Place(1, 20)));
        assertThat(log.resume(id(9, NOW))).isEqualTo(new Resumption.ByTopic(20));
        assertThat(log.resume(id(-1, NOW))).isEqualTo(new Resumption.ByTopic(20));
    }

    @Test
    void doesNotResumeWhatMayHaveBeenCompacted() throws InterruptedException {
        addUpTo(20);
        var limit = NOW.minus(REACH).plus(Duration.ofHours(1));
        assertThat(log.resume(id(20, limit))).isInstanceOf(Resumption.At.class);
        assertThat(log.resume(id(20, limit.minusMillis(1)))).isInstanceOf(Resumption.Impossible.class);
    }

    @Test
    void deliversInOrderAndCutsOffWhoeverIsTooFarBehind() throws InterruptedException {
        addUpTo(5);
        var place = new Place(1, 0);
        assertThat(log.await(place, Duration.ZERO)).isInstanceOfSatisfying(Delivery.Events.class, delivery -> {
            assertThat(delivery.events()).extracting(AlertEvent::offset).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(delivery.next()).isEqualTo(new Place(1, 5));
        });
        assertThat(log.await(new Place(1, 5), Duration.ZERO)).isInstanceOf(Delivery.Nothing.class);
        log.add(LongStream.rangeClosed(6, 11).mapToObj(offset -> event(offset, "a", true)).toList());
        assertThat(log.await(place, Duration.ZERO)).isInstanceOf(Delivery.TooSlow.class);
    }

    @Test
    void tellsOfATopicCreatedAnewAndOfTheEnd() throws InterruptedException {
        addUpTo(5);
        log.begin(Uuid.randomUuid(), REACH);
        assertThat(log.await(new Place(1, 5), Duration.ofHours(1))).isInstanceOf(Delivery.Anew.class);
        assertThat(log.resume(id(5, NOW))).isInstanceOf(Resumption.Impossible.class);
        log.close();
        assertThat(log.await(new Place(2, 5), Duration.ofHours(1))).isInstanceOf(Delivery.Closed.class);
    }

    @Test
    void recentEventsAreBoundedByBytesToo() throws InterruptedException {
        var small = new AlertLog(1000, 3L * event(1, "a", true).size(), Clock.fixed(NOW, ZoneOffset.UTC));
        small.begin(TOPIC, REACH);
        small.add(LongStream.rangeClosed(1, 9).mapToObj(offset -> event(offset, "a", true)).toList());
        assertThat(small.await(new Place(1, 5), Duration.ZERO)).isInstanceOf(Delivery.TooSlow.class);
        assertThat(small.await(new Place(1, 6), Duration.ZERO)).isInstanceOf(Delivery.Events.class);
    }

    private void addUpTo(long last) {
        log.add(LongStream.rangeClosed(1, last).mapToObj(offset -> event(offset, "a" + offset, true)).toList());
        log.complete(NOW);
    }

    private static EventId id(long offset, Instant writtenBy) {
        return new EventId(TOPIC, offset, writtenBy);
    }

    private static AlertEvent event(long offset, String alertId, boolean active) {
        return new AlertEvent(offset, alertId, active, new byte[50], new byte[200]);
    }
}
