package org.gapwatch.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options of(String... arguments) {
        return Options.of(List.of(arguments), Map.of(), List.of("services", "broker"));
    }

    @Test
    void readsWhatIsAskedFor() {
        assertThat(of("--full", "--seed", "7", "--only", "broker,services"))
                .isEqualTo(new Options(true, 7, null, Set.of("broker", "services")));
        assertThat(of().full()).isFalse();
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> of("--seed", "x")).hasMessage("--seed must be a whole number, but is x");
        assertThatThrownBy(() -> of("--seed")).hasMessage("--seed needs a value");
        assertThatThrownBy(() -> of("--only", "disc")).hasMessage("There is no line called disc");
        assertThatThrownBy(() -> of("--fast")).hasMessage("Unknown option: --fast");
        assertThatThrownBy(() -> of("--mongod", "no/such/program")).hasMessageContaining("no/such/program");
    }
}
