package org.gapwatch.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.common.Uuid;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedLogTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration REACH = Duration.ofDays(30);
    private static final EventId.Topics TOPICS = new EventId.Topics(Uuid.randomUuid(), Uuid.randomUuid());
    private static final Subject SUBJECT = new Subject("x", Measure.COVERAGE);

    private final FeedLog log = new FeedLog(10, 1_000_000, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void begin() {
        log.begin(TOPICS, REACH);
    }

    @Test
    void snapshotHasTheActiveAlertsOnlyEachByItsLastRecord() {
        log.add(List.of(event(1, "a", true), event(2, "b", true), event(4, "a", true), event(5, "b", false)));
        log.complete(NOW);
        var snapshot = log.snapshot();
        assertThat(snapshot.active()).extracting(FeedEvent::offset).containsExactly(4L);
        assertThat(snapshot.id()).isEqualTo(new EventId(TOPICS, new Position(5, -1), NOW));
    }

    @Test
    void resumesFromMemoryWhereAllThatFollowsIsThere() throws InterruptedException {
        addUpTo(20);
        assertThat(log.resume(id(10, NOW))).isEqualTo(new Resumption.At(new Place(1, 10)));
        assertThat(log.resume(id(20, NOW))).isEqualTo(new Resumption.At(new Place(1, 20)));
        assertThat(log.resume(id(9, NOW))).isEqualTo(new Resumption.ByTopic(new Position(20, -1)));
        assertThat(log.resume(id(-1, NOW))).isEqualTo(new Resumption.ByTopic(new Position(20, -1)));
    }

    /** Another instance may have read the two topics in another order: what one of them lacks is before and after. */
    @Test
    void resumesWhereEitherTopicHasMore() throws InterruptedException {
        log.add(List.of(event(1, "a", true), action(1), event(2, "a", true), action(2), event(3, "a", true)));
        assertThat(log.resume(new EventId(TOPICS, new Position(3, 1), NOW)))
                .isEqualTo(new Resumption.At(new Place(1, 3)));
        assertThat(log.resume(new EventId(TOPICS, new Position(1, 2), NOW)))
                .isEqualTo(new Resumption.At(new Place(1, 2)));
        log.complete(NOW);
        var snapshot = log.snapshot();
        assertThat(snapshot.active()).extracting(FeedEvent::offset).containsExactly(3L, 2L);
        assertThat(snapshot.alerts()).isEqualTo(1);
        assertThat(snapshot.id().position()).isEqualTo(new Position(3, 2));
    }

    @Test
    void looksUpTheActiveAlertOfASubject() {
        log.add(List.of(event(1, "a", true), event(2, "b", true), event(3, "b", false)));
        assertThat(log.look(SUBJECT, NOW)).isNull();
        log.complete(NOW);
        var look = Objects.requireNonNull(log.look(SUBJECT, NOW));
        assertThat(Objects.requireNonNull(look.alert()).alertId()).isEqualTo("a");
        assertThat(look.moment().alertsOffset()).isEqualTo(3);
        assertThat(Objects.requireNonNull(log.look(new Subject("x", Measure.OUTPUT), NOW)).alert()).isNull();
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
            assertThat(delivery.events()).extracting(each -> each.event().offset()).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(delivery.next()).isEqualTo(new Place(1, 5));
        });
        assertThat(log.await(new Place(1, 5), Duration.ZERO)).isInstanceOf(Delivery.Nothing.class);
        log.add(LongStream.rangeClosed(6, 11).mapToObj(offset -> event(offset, "a", true)).toList());
        assertThat(log.await(place, Duration.ZERO)).isInstanceOf(Delivery.TooSlow.class);
    }

    @Test
    void tellsOfATopicCreatedAnewAndOfTheEnd() throws InterruptedException {
        addUpTo(5);
        log.begin(new EventId.Topics(Uuid.randomUuid(), TOPICS.actions()), REACH);
        assertThat(log.await(new Place(1, 5), Duration.ofHours(1))).isInstanceOf(Delivery.Anew.class);
        assertThat(log.resume(id(5, NOW))).isInstanceOf(Resumption.Impossible.class);
        log.close();
        assertThat(log.await(new Place(2, 5), Duration.ofHours(1))).isInstanceOf(Delivery.Closed.class);
    }

    @Test
    void recentEventsAreBoundedByBytesToo() throws InterruptedException {
        var small = new FeedLog(1000, 3L * event(1, "a", true).body().length, Clock.fixed(NOW, ZoneOffset.UTC));
        small.begin(TOPICS, REACH);
        small.add(LongStream.rangeClosed(1, 9).mapToObj(offset -> event(offset, "a", true)).toList());
        assertThat(small.await(new Place(1, 5), Duration.ZERO)).isInstanceOf(Delivery.TooSlow.class);
        assertThat(small.await(new Place(1, 6), Duration.ZERO)).isInstanceOf(Delivery.Events.class);
    }

    private void addUpTo(long last) {
        log.add(LongStream.rangeClosed(1, last).mapToObj(offset -> event(offset, "a" + offset, true)).toList());
        log.complete(NOW);
    }

    private static EventId id(long offset, Instant writtenBy) {
        return new EventId(TOPICS, new Position(offset, -1), writtenBy);
    }

    private static FeedEvent event(long offset, String alertId, boolean active) {
        var state = new AlertState(alertId, SUBJECT, active ? AlertStatus.ACTIVE : AlertStatus.RESOLVED,
                Severity.WATCH, Phase.WIDENING, false, offset);
        return new FeedEvent(offset, NOW, alertId, new FeedEvent.Content.OfAlert(state), new byte[200]);
    }

    private static FeedEvent action(long offset) {
        var action = Action.noted(null, SUBJECT, "note", "Anna", "Asked the plant.",
                new Action.Moment(NOW, "topic", 1));
        return new FeedEvent(offset, NOW, SUBJECT.key(), new FeedEvent.Content.OfAction(action), new byte[200]);
    }
}
