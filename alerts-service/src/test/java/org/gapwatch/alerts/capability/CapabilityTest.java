package org.gapwatch.alerts.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapwatch.alerts.Story.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gapwatch.alerts.Story;
import org.gapwatch.alerts.episode.Trend;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement;
import org.junit.jupiter.api.Test;

class CapabilityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Story story = new Story().on("2026-05-01");

    @Test
    void nothingIsToldBeforeAnythingIsKnown() {
        Capability capability = story.placed("o", due("2026-09-15", 100)).capability();
        assertThat(new Capability("c").assess(TODAY)).isNull();
        assertThat(capability.assess(LocalDate.of(2026, 4, 30))).isNull();
        Assessment first = assess(capability, LocalDate.of(2026, 5, 1));
        assertThat(first.firstDay()).isEqualTo("2026-05-01");
        assertThat(first.coverage().series().size()).isEqualTo(1);
    }

    @Test
    void bothMeasuresAreToldEvenOfAnEventThatChangesNothing() {
        Assessment assessment = story.cancelled("never placed").asOf("2026-05-03");
        assertThat(assessment.measures()).allSatisfy(measure -> {
            assertThat(measure.series().size()).isEqualTo(3);
            assertThat(measure.figures().base()).isEqualTo(Amount.ZERO);
            assertThat(measure.trend()).isEqualTo(Trend.HOLDING);
            assertThat(measure.level()).isNull();
            assertThat(measure.activeAlert()).isNull();
        });
    }

    @Test
    void anEventSeenBeforeChangesNothingWhateverItSays() {
        Capability capability = story.placed("o", due("2026-09-15", 100)).capability();
        Event known = story.events().getFirst();
        assertThat(capability.touched()).isTrue();
        Assessment before = assess(capability, TODAY);
        assertThat(capability.touched()).isFalse();
        assertThat(capability.add(known)).isFalse();
        assertThat(capability.add(new Event(known.source(), known.id(), Instant.parse("2026-05-20T00:00:00Z"),
                new OrderStatement.Cancelled("o", Story.CODE)))).isFalse();
        assertThat(capability.touched()).isFalse();
        assertThat(assess(capability, TODAY).coverage().figures()).isEqualTo(before.coverage().figures());
    }

    @Test
    void theSameIdOfAnotherSourceOrEntityIsAnotherEvent() {
        Capability capability = story.placed("o", due("2026-09-15", 100)).capability();
        Event known = story.events().getFirst();
        assertThat(capability.add(new Event("urn:other", known.id(), known.time(),
                new OrderStatement.Placed("o", Story.CODE, List.of())))).isTrue();
        assertThat(capability.add(new Event(known.source(), known.id(), known.time(),
                new OrderStatement.Cancelled("another order", Story.CODE)))).isTrue();
    }

    @Test
    void anEventSeenBeforeIsKnownAmongManyAndWhileItWaits() {
        for (int i = 0; i < 40; i++) {
            story.on(i % 3 == 0 ? "2026-05-02" : "2026-05-01").delivered("o", "d" + i, 1);
        }
        Capability capability = new Capability(Story.CODE);
        for (Event event : story.events()) {
            assertThat(capability.add(event)).isTrue();
            assertThat(story.events().stream().takeWhile(e -> e != event).anyMatch(capability::add)).isFalse();
        }
        assess(capability, TODAY);
        assertThat(story.events().stream().anyMatch(capability::add)).isFalse();
    }

    @Test
    void whatIsKnownOnlyTomorrowWaits() {
        Capability capability = story.placed("o", due("2026-09-15", 100)).on("2026-06-02")
                .placed("p", due("2026-09-15", 7)).capability();
        assertThat(assess(capability, TODAY).coverage().figures().gap()).isEqualTo(Amount.of(100));
        assertThat(assess(capability, TODAY.plusDays(1)).coverage().figures().gap()).isEqualTo(Amount.of(107));
        assertThat(assess(capability, TODAY).coverage().figures().gap()).isEqualTo(Amount.of(100));
    }

    @Test
    void aLateEventChangesThePastFromTheDayOnFromWhichItIsKnown() {
        Capability capability = story.placed("o", due("2026-09-15", 100)).capability();
        assertThat(assess(capability, TODAY).coverage().changedFrom()).isEqualTo("2026-05-01");
        assertThat(assess(capability, TODAY).coverage().changedFrom()).isEqualTo(TODAY.plusDays(1));
        capability.add(late("2026-05-20T00:00:00Z", "p"));
        Assessment after = assess(capability, TODAY);
        assertThat(after.coverage().changedFrom()).isEqualTo("2026-05-20");
        assertThat(after.output().changedFrom()).isEqualTo(TODAY.plusDays(1));
        assertThat(assess(capability, TODAY.plusDays(2)).coverage().changedFrom()).isEqualTo(TODAY.plusDays(1));
        assertThat(assess(capability, TODAY.minusDays(2)).coverage().changedFrom()).isEqualTo(TODAY.minusDays(1));
        capability.add(late("2026-04-20T00:00:00Z", "q"));
        assertThat(assess(capability, TODAY).coverage().changedFrom()).isEqualTo("2026-04-20");
    }

    @Test
    void anEventOfAnotherCapabilityAndADayBeyondTheModelAreRefused() {
        assertThatThrownBy(() -> new Capability("other").add(late("2026-05-20T00:00:00Z", "p")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("add it to that capability");
        assertThatThrownBy(() -> new Capability("other").assess(LocalDate.of(2101, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2100-12-31");
    }

    private static Event late(String time, String order) {
        return new Event("urn:late", "late-" + order, Instant.parse(time),
                new OrderStatement.Placed(order, Story.CODE, List.of(due("2026-09-15", 5))));
    }

    private static Assessment assess(Capability capability, LocalDate day) {
        return Objects.requireNonNull(capability.assess(day));
    }
}
