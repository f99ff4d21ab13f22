package org.gapwatch.alerts.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.gapwatch.alerts.gap.Reading;
import org.gapwatch.alerts.number.Amount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    @ParameterizedTest(name = "{5}")
    @CsvSource({"HOLDING, 500, 50, 1000, WIDENING, begins to widen at 50 per mille of the base",
            "HOLDING, 500, 49, 1000, HOLDING, does not begin to widen below",
            "WIDENING, 500, 25, 1000, WIDENING, goes on widening down to 25 per mille",
            "WIDENING, 500, 24, 1000, HOLDING, widens no more below",
            "NARROWING, 500, 49, 1000, HOLDING, what narrowed has to reach 50 per mille to widen",
            "HOLDING, 500, -50, 1000, NARROWING, begins to narrow at 50 per mille",
            "HOLDING, 500, -49, 1000, HOLDING, does not begin to narrow below",
            "NARROWING, 500, -25, 1000, NARROWING, goes on narrowing down to 25 per mille",
            "NARROWING, 500, -24, 1000, HOLDING, narrows no more below",
            "WIDENING, 500, -50, 1000, NARROWING, turns from widening to narrowing in one day",
            "NARROWING, 500, 50, 1000, WIDENING, turns from narrowing to widening in one day",
            "WIDENING, 500, 0, 0, HOLDING, does not widen without a change even if the base is 0",
            "WIDENING, 0, 50, 1000, HOLDING, holds where there is no gap",
            "WIDENING, -1, 50, 1000, HOLDING, holds where there is an advantage"})
    void trendOfADay(Trend before, long gap, long change, long base, Trend expected, String why) {
        assertThat(Trend.of(before, Reading.of(Amount.of(gap), Amount.of(change), Amount.of(base)))).as(why)
                .isEqualTo(expected);
    }
}
