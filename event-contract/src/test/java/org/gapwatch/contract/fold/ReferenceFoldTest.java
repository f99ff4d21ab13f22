package org.gapwatch.contract.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gapwatch.contract.ReferenceStatement.Assessed;
import org.junit.jupiter.api.Test;

class ReferenceFoldTest {

    private final ReferenceFold fold = new ReferenceFold();

    @Test
    void theLatestStepAtOrBeforeAMonthIsItsOutput() {
        assess(2026, 3, 31, 100);
        assess(2026, 6, 1, 40);

        assertThat(output(2026, 2)).isZero();
        assertThat(output(2026, 3)).isEqualTo(100);
        assertThat(output(2026, 5)).isEqualTo(100);
        assertThat(output(2030, 1)).isEqualTo(40);
        assertThat(fold.amounts()).hasToString("{2026-3=100, 2026-6=-60}");
    }

    @Test
    void aLaterStatementForTheSameMonthReplacesTheEarlierOne() {
        assess(2026, 3, 31, 100);
        assess(2026, 6, 1, 40);
        assess(2026, 3, 1, 40);

        assertThat(fold.amounts()).hasToString("{2026-3=40}");
    }

    private void assess(int year, int month, int day, long output) {
        fold.apply(new Assessed("P", "tanks", output, LocalDate.of(year, month, day)));
    }

    private long output(int year, int month) {
        return fold.output(MonthAmounts.month(LocalDate.of(year, month, 1)));
    }
}
