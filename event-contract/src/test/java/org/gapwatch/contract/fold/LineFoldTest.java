package org.gapwatch.contract.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.LineStatement.CapacityChanged;
import org.gapwatch.contract.LineStatement.Closed;
import org.gapwatch.contract.LineStatement.Opened;
import org.gapwatch.contract.LineStatement.Rescheduled;
import org.junit.jupiter.api.Test;

class LineFoldTest {

    private static final long BOUND = 1_000_000_000_000L;

    @Test
    void randomLinesEqualTheNaiveModelAfterEveryStatement() {
        for (long seed = 1; seed <= 3_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            LineFold fold = new LineFold();
            NaiveLine naive = new NaiveLine();
            List<LineStatement> said = new ArrayList<>();
            int span = random.nextInt(2, 20);
            for (int i = 0; i < 14; i++) {
                LineStatement statement = statement(random, span);
                said.add(statement);
                fold.apply(statement);
                naive.apply(statement);
                MonthAmounts amounts = fold.amounts();
                for (int m = month(2025, 10); m < month(2025, 10) + span + 12; m++) {
                    long expected = naive.capacity(m);
                    assertThat(fold.capacity(m)).as("seed %s month %s after %s", seed, m, said).isEqualTo(expected);
                    assertThat(Months.upTo(amounts, m)).as("seed %s sum to %s after %s", seed, m, said)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theLongestRampAtTheBoundsIsExactAndCutAfterTheLastMonth() {
        LineFold fold = new LineFold();
        fold.apply(new Opened("L", "tanks", LocalDate.of(1990, 1, 1), BOUND, 600));
        fold.apply(new CapacityChanged("L", "tanks", LocalDate.of(2100, 12, 31), 0, 600));

        assertThat(fold.capacity(month(1990, 1))).isEqualTo(BOUND / 601);
        assertThat(fold.capacity(month(2040, 1))).isEqualTo(BOUND);
        assertThat(fold.capacity(month(2100, 12))).isEqualTo(BOUND - BOUND / 601 - 1);
        MonthAmounts amounts = fold.amounts();
        assertThat(amounts.month(amounts.size() - 1)).isEqualTo(MonthAmounts.LAST_MONTH);
        assertThat(Months.upTo(amounts, MonthAmounts.LAST_MONTH)).isEqualTo(fold.capacity(month(2105, 12)));
    }

    @Test
    void aLineWithoutStatementsHasNothing() {
        assertThat(new LineFold().amounts()).isEqualTo(MonthAmounts.NONE);
        assertThat(new LineFold().capacity(month(2026, 1))).isZero();
    }

    private static LineStatement statement(RandomGenerator random, int span) {
        LocalDate on = LocalDate.of(2026, 1, 15).plusMonths(random.nextInt(span));
        long capacity = random.nextInt(8) == 0 ? BOUND : random.nextLong(0, 100_000);
        int ramp = random.nextBoolean() ? 0 : random.nextInt(7);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new Opened("L", "tanks", on, capacity, ramp);
            case 3, 4 -> new Rescheduled("L", "tanks", on);
            case 5, 6 -> new CapacityChanged("L", "tanks", on, capacity, ramp);
            default -> new Closed("L", "tanks", on);
        };
    }

    private static int month(int year, int month) {
        return MonthAmounts.month(YearMonth.of(year, month).atDay(1));
    }
}
