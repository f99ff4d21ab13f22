package org.gapwatch.alerts.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.alerts.Story.due;
import static org.gapwatch.alerts.gap.Cause.AMENDED;
import static org.gapwatch.alerts.gap.Cause.CANCELLED;
import static org.gapwatch.alerts.gap.Cause.CAPACITY_CHANGED;
import static org.gapwatch.alerts.gap.Cause.CLOSED;
import static org.gapwatch.alerts.gap.Cause.DELIVERED;
import static org.gapwatch.alerts.gap.Cause.ELAPSED;
import static org.gapwatch.alerts.gap.Cause.OPENED;
import static org.gapwatch.alerts.gap.Cause.ORDERED;
import static org.gapwatch.alerts.gap.Cause.RESCHEDULED;

import java.util.Objects;
import org.gapwatch.alerts.Story;
import org.gapwatch.alerts.gap.Why.Part;
import org.gapwatch.alerts.number.Amount;
import org.junit.jupiter.api.Test;

/** docs/gap-model.md, "Why a gap changed". Today is 2026-04-30, so that changes since 2026-01-30 are told. */
class WhyTest {

    private final Story story = new Story().on("2026-01-30");

    @Test
    void whatWasKnownThreeMonthsBeforeIsNoChange() {
        story.placed("o", due("2026-07-15", 100));
        check("2026-07", 0, part(ELAPSED, 0));
    }

    @Test
    void orderStatementsAreToldByWhatTheyChangedUpToThePeak() {
        story.placed("kept", due("2026-07-15", 100)).placed("gone", due("2026-07-15", 30)).on("2026-01-31")
                .placed("new", due("2026-07-15", 40), due("2027-07-15", 999)).amended("kept", due("2026-07-15", 90))
                .delivered("kept", "d", 5).delivered("kept", "d", 20).cancelled("gone");
        check("2026-07", -20, part(ORDERED, 40), part(AMENDED, -10), part(DELIVERED, -20), part(CANCELLED, -30),
                part(ELAPSED, 0));
    }

    @Test
    void lineStatementsAreToldByWhatTheyChangedInWhatCanStillBeMade() {
        story.opened("slips", "2026-04-01", 10).opened("grows", "2027-01-01", 10).opened("shuts", "2027-02-01", 10)
                .placed("o", due("2026-07-15", 1000)).on("2026-04-30").opened("new", "2026-06-01", 7)
                .rescheduled("slips", "2026-07-01").capacityChanged("grows", "2026-01-01", 8).closed("shuts",
                        "2026-07-01");
        // From April on to July: "new" makes 2 * 7 more, "slips" lacks April to June, of which April is over, and
        // "grows" is raised in January, before it opens: that counts for nothing.
        check("2026-07", 1000 - 24 - (1000 - 40), part(OPENED, -14), part(RESCHEDULED, 20), part(ELAPSED, 10));
    }

    @Test
    void whatWasMadeMeanwhileHasElapsed() {
        story.opened("l", "2025-01-01", 31).placed("o", due("2026-07-15", 1000));
        // On January 30 one day of the month was left, and six months; on April 30 three months are.
        check("2026-07", 1 + 3 * 31, part(ELAPSED, 1 + 3 * 31));
    }

    @Test
    void capacityChangesAndClosingsAreToldApart() {
        story.opened("grows", "2025-01-01", 10).opened("shuts", "2025-01-01", 10).placed("o", due("2026-07-15", 1000))
                .on("2026-03-01").capacityChanged("grows", "2026-05-01", 15).closed("shuts", "2026-07-01");
        // Then: one day of January (floor of 20 / 31) and six months of 20; now: 25, 25 and 15.
        check("2026-07", 120 - 65, part(CAPACITY_CHANGED, -15), part(CLOSED, 10), part(ELAPSED, 60));
    }

    @Test
    void theSumOfACauseIsRoundedOnce() {
        story.on("2026-01-20").placed("o", due("2026-04-15", 1000)).on("2026-04-10").opened("a", "2026-01-01", 1)
                .opened("b",
                        "2026-01-01", 1)
                .opened("c", "2026-01-01", 1);
        Why why = Objects.requireNonNull(story.asOf("2026-04-20").coverage().why());
        // 10 of 30 days are left: one third of each, and one of the three together.
        assertThat(why.parts()).containsExactly(part(OPENED, -1), part(ELAPSED, 0));
    }

    @Test
    void whereThereIsNoGapTheYearAheadIsTold() {
        story.opened("l", "2025-01-01", 1000).placed("o", due("2026-07-15", 1));
        Why why = Objects.requireNonNull(story.asOf("2026-04-30").coverage().why());
        assertThat(why.month()).hasToString("2027-04");
        assertThat(why.since()).hasToString("2026-01-30");
    }

    private static Part part(Cause cause, long amount) {
        return new Part(cause, Amount.of(amount));
    }

    private void check(String month, long total, Part... parts) {
        Why why = Objects.requireNonNull(story.asOf("2026-04-30").coverage().why());
        assertThat(why.month()).hasToString(month);
        assertThat(why.since()).hasToString("2026-01-30");
        assertThat(why.parts()).containsExactly(parts);
        assertThat(why.total()).isEqualTo(Amount.of(total));
    }
}
