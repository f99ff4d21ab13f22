package org.gapwatch.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.gapwatch.local.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void withoutVariablesThereAreTheStandardPortsOnLoopback() {
        var settings = Settings.from(Map.of("GAPWATCH_KAFKA_PORT", ""));
        assertThat(settings.port(Port.KAFKA)).isEqualTo(9092);
        assertThat(settings.port(Port.ALERTS)).isEqualTo(8083);
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.sharedServers()).isEmpty();
    }

    @Test
    void variablesChangeThem() {
        var settings = Settings.from(Map.of("GAPWATCH_ALERTS_PORT", " 9083 ", "GAPWATCH_BIND_ADDRESS", "0.0.0.0"));
        assertThat(settings.port(Port.ALERTS)).isEqualTo(9083);
        assertThat(settings.address(9083)).isEqualTo(URI.create("http://127.0.0.1:9083"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "8o83", "8083.0", "99999999999"})
    void whatIsNoPortIsAnErrorThatNamesTheVariable(String value) {
        assertThatThrownBy(() -> Settings.from(Map.of("GAPWATCH_ALERTS_PORT", value)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("GAPWATCH_ALERTS_PORT")
                .hasMessageContaining(value);
    }

    @Test
    void twoServersCannotHaveOnePort() {
        assertThatThrownBy(() -> Settings.from(Map.of("GAPWATCH_ALERTS_PORT", "9092")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("GAPWATCH_KAFKA_PORT and GAPWATCH_ALERTS_PORT are both 9092");
        assertThat(Settings.from(Map.of("GAPWATCH_KAFKA_PORT", "0", "GAPWATCH_ALERTS_PORT", "0")).port(Port.KAFKA))
                .isZero();
    }

    @Test
    void sharedServersAreNamedWithoutTheirPasswords() {
        var settings = Settings.from(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092", "MONGODB_URI",
                "mongodb://user:secret@mongo.example/gapwatch"));
        assertThat(settings.sharedServers())
                .isEqualTo(
                        "KAFKA_BOOTSTRAP_SERVERS=kafka.example:9092 and MONGODB_URI=mongodb://...@mongo.example/gapwatch");
    }
}
