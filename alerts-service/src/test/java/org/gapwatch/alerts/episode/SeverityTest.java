package org.gapwatch.alerts.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.gapwatch.alerts.gap.Reading;
import org.gapwatch.alerts.number.Amount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

    @ParameterizedTest(name = "{0} of 1000 is {1}")
    @CsvSource({"1, WATCH", "199, WATCH", "200, WARNING", "499, WARNING", "500, CRITICAL", "2000, CRITICAL"})
    void severityByThePlainThresholds(long gap, Severity expected) {
        assertThat(Severity.of(reading(gap))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({"WATCH, 200, WARNING, rises at the threshold", "WATCH, 500, CRITICAL, rises by two levels in a day",
            "WARNING, 150, WARNING, stays down to 50 per mille below its threshold",
            "WARNING, 149, WATCH, falls below that", "CRITICAL, 450, CRITICAL, critical stays down to 450 per mille",
            "CRITICAL, 449, WARNING, critical falls to warning below that",
            "CRITICAL, 150, WARNING, warning then stays down to 150 per mille",
            "CRITICAL, 149, WATCH, falls by two levels in a day", "WATCH, 1, WATCH, watch never falls"})
    void severityOfTheNextDay(Severity before, long gap, Severity expected, String why) {
        assertThat(before.next(reading(gap))).as(why).isEqualTo(expected);
    }

    private static Reading reading(long gap) {
        return Reading.of(Amount.of(gap), Amount.ZERO, Amount.of(1000));
    }
}
