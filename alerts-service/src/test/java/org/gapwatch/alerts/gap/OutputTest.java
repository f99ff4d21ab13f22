package org.gapwatch.alerts.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.gapwatch.alerts.Story;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/gap-model.md, "Measures", OUTPUT. */
class OutputTest {

    private final Story story = new Story().on("2026-01-10");

    @Test
    void theGapIsWhatTheOthersMakeMore() {
        story.assessed("p", "2025-01-01", 300).assessed("q", "2026-01-31", 50).opened("l", "2025-01-01", 100);
        check("2026-01-10", 250, 350, null, 250);
    }

    @Test
    void aNegativeGapIsAnAdvantage() {
        story.assessed("p", "2025-01-01", 300).opened("l", "2025-01-01", 400);
        check("2026-01-10", -100, 300, "2026-01", 0);
    }

    @Test
    void whereNobodyIsAssessedThereIsNeitherGapNorBase() {
        story.opened("l", "2025-01-01", 400);
        check("2026-01-10", 0, 0, null, 0);
    }

    @Test
    void itClosesInTheFirstMonthInWhichWeMakeAsMuch() {
        story.assessed("p", "2025-01-01", 300).opened("l", "2026-02-01", 400, 3);
        check("2026-01-10", 300, 300, "2026-04", 300);
    }

    @Test
    void aLaterMonthInWhichTheOthersMakeNothingClosesIt() {
        story.assessed("p", "2025-01-01", 300).assessed("p", "2026-09-01", 0);
        check("2026-01-10", 300, 300, "2026-09", 300);
    }

    @Test
    void whatClosesAfterMoreThanSixtyMonthsDoesNotCount() {
        story.assessed("p", "2025-01-01", 300).opened("l", "2031-01-01", 300);
        check("2026-01-10", 300, 300, "2031-01", 300);
        story.rescheduled("l", "2031-02-01");
        check("2026-01-10", 300, 300, null, 300);
    }

    @Test
    void whatLiesAheadGoesSixtyMonthsOn() {
        story.assessed("p", "2025-01-01", 300).opened("l", "2030-12-01", 100);
        assertThat(story.asOf("2026-01-10").output().ahead()).hasSize(61).startsWith(month("2026-01", 0, 300))
                .endsWith(month("2030-12", 100, 300), month("2031-01", 100, 300));
    }

    private static AheadMonth month(String month, long own, long reference) {
        return new AheadMonth.Output(YearMonth.parse(month), Amount.of(own), Amount.of(reference));
    }

    private void check(String today, long gap, long base, @Nullable String closesIn, long extra) {
        Figures figures = story.asOf(today).output().figures();
        assertThat(figures.gap()).as("gap").isEqualTo(Amount.of(gap));
        assertThat(figures.base()).as("base").isEqualTo(Amount.of(base));
        assertThat(figures.month()).as("closes in").isEqualTo(closesIn == null ? null : YearMonth.parse(closesIn));
        assertThat(figures.extraMonthlyOutput()).as("extra").isEqualTo(Amount.of(extra));
    }
}
