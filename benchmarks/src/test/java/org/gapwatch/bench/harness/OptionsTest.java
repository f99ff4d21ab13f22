package org.gapwatch.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void readsWhatIsGiven() {
        assertThat(Options.of(List.of("--events", "5000", "--rounds", "2", "--only", "growth,LATENCY")))
                .isEqualTo(new Options(false, 5000, 2, Set.of(Part.GROWTH, Part.LATENCY)));
    }

    @Test
    void isSmallWhereItIsToBeQuick() {
        assertThat(Options.of(List.of("--quick")).events()).isLessThan(Options.of(List.of()).events());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--events|5|--events must be a whole number from 1000 to 50000000, but is 5",
            "--rounds|x|--rounds must be a whole number from 1 to 100, but is x",
            "--only|all|There is no part of the benchmark called all",
            "--fast|1|Unknown option: --fast"
    })
    void saysWhatIsWrong(String option, String value, String problem) {
        assertThatThrownBy(() -> Options.of(List.of(option, value))).hasMessage(problem);
    }

    @Test
    void missesAValue() {
        assertThatThrownBy(() -> Options.of(List.of("--events"))).hasMessage("--events needs a value");
    }
}
