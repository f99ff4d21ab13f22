package org.gapwatch.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.gapwatch.faults.check.Findings;
import org.junit.jupiter.api.Test;

class RowTest {

    private static Row fault(String name, int times, int... seconds) {
        return new Row(name, times, null,
                Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList());
    }

    private static Findings oneWrong() {
        Findings findings = new Findings();
        findings.wrong("an event");
        return findings;
    }

    @Test
    void whatIsFoundInALineIsToldOnce() {
        List<Row> rows = Row.ofLine("broker", List.of(fault("kill", 10, 3, 9), fault("stop", 5, 4)), oneWrong());
        assertThat(rows).extracting(Row::text).containsExactly("| kill | 10 |  |  |  | 9.0 s | 9.0 s |",
                "| stop | 5 |  |  |  | 4.0 s | 4.0 s |", "| all of `broker` |  | 0 | 0 | 1 |  |  |");
        assertThat(rows).extracting(Row::clean).containsExactly(true, true, false);
    }

    @Test
    void theOnlyFaultOfALineBearsWhatIsFound() {
        assertThat(Row.ofLine("leader", List.of(fault("kill", 1)), oneWrong())).extracting(Row::text)
                .containsExactly("| kill | 1 | 0 | 0 | 1 |  |  |");
    }
}
