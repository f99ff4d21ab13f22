package org.gapwatch.alerts.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gapwatch.alerts.Story.due;

import java.time.YearMonth;
import java.util.List;
import org.gapwatch.alerts.Story;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/gap-model.md, "Measures", COVERAGE. */
class CoverageTest {

    private final Story story = new Story().on("2026-01-10");

    @Test
    void whatIsOrderedAndNobodyMakesIsTheGap() {
        story.placed("o", due("2026-03-15", 100));
        check("2026-01-10", 100, 100, "2026-03", 50);
    }

    @Test
    void whatIsOverdueCounts() {
        story.placed("o", due("2025-03-15", 100));
        check("2026-01-10", 100, 100, "2026-01", 100);
    }

    @Test
    void theRunningMonthCountsByTheDaysLeftRoundedDown() {
        story.opened("l", "2025-01-01", 100).placed("o", due("2026-02-28", 1000));
        // 18 of 28 days of February are left on the 10th: 64 of 100.
        check("2026-02-10", 1000 - 64, 1000, "2026-02", 836);
        check("2026-02-28", 1000, 1000, "2026-02", 900);
    }

    @Test
    void laterMonthsCountInFull() {
        story.opened("l", "2026-03-01", 100).placed("o", due("2026-05-31", 1000));
        // March, April and May make 300.
        check("2026-01-31", 700, 1000, "2026-05", 175);
    }

    @Test
    void thePeakIsTheEarliestMonthThatReachesTheGap() {
        story.opened("l", "2026-03-01", 100).placed("o", due("2026-02-01", 500), due("2026-03-01", 100),
                due("2026-04-01", 99));
        check("2026-01-31", 500, 699, "2026-02", 500);
    }

    @Test
    void theBaseIsAllThatIsDueWithinTwelveMonths() {
        story.placed("o", due("2027-01-31", 10), due("2027-02-01", 20));
        check("2026-01-10", 10, 10, "2027-01", 1);
        check("2026-02-01", 30, 30, "2027-02", 3);
    }

    @Test
    void whereThereIsNoGapThereIsNoPeakEvenIfNothingIsToSpare() {
        story.opened("l", "2026-02-01", 100).placed("o", due("2026-02-28", 100));
        check("2026-01-31", 0, 100, null, 0);
    }

    @Test
    void extraOutputFromNextMonthOnClosesAllButWhatIsShortInTheRunningMonth() {
        story.placed("o", due("2026-01-31", 100), due("2026-03-31", 21));
        check("2026-01-10", 121, 121, "2026-03", 100);
    }

    @Test
    void amountsBeyond64BitsAreExact() {
        long most = Long.MAX_VALUE;
        story.placed("a", due("2026-03-15", most)).placed("b", due("2026-03-15", most)).placed("c",
                due("2026-04-15", most));
        Figures figures = story.asOf("2026-01-10").coverage().figures();
        assertThat(figures.gap()).isEqualTo(Amount.of(most).times(3));
        assertThat(figures.base()).isEqualTo(Amount.of(most).times(3));
        assertThat(figures.extraMonthlyOutput()).isEqualTo(Amount.of(most));
    }

    @Test
    void whatLiesAheadSaysWhatEachMonthBringsAndAllUpToIt() {
        story.opened("l", "2025-01-01", 100).placed("o", due("2025-11-30", 7), due("2026-01-31", 20),
                due("2026-03-01", 300));
        List<AheadMonth> ahead = story.asOf("2026-01-21").coverage().ahead();
        assertThat(ahead).hasSize(13).startsWith(month("2026-01", 27, 27, 32, 32), month("2026-02", 0, 27, 100, 132),
                month("2026-03", 300, 327, 100, 232)).endsWith(month("2027-01", 0, 327, 100, 1232));
    }

    private static AheadMonth month(String month, long due, long cumulativeDue, long capacity, long cumulativeSupply) {
        return new AheadMonth.Coverage(YearMonth.parse(month), Amount.of(due), Amount.of(cumulativeDue),
                Amount.of(capacity), Amount.of(cumulativeSupply));
    }

    private void check(String today, long gap, long base, @Nullable String peak, long extra) {
        Figures figures = story.asOf(today).coverage().figures();
        assertThat(figures.gap()).as("gap").isEqualTo(Amount.of(gap));
        assertThat(figures.base()).as("base").isEqualTo(Amount.of(base));
        assertThat(figures.month()).as("peak month").isEqualTo(peak == null ? null : YearMonth.parse(peak));
        assertThat(figures.extraMonthlyOutput()).as("extra").isEqualTo(Amount.of(extra));
    }
}
