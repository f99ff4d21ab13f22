package org.gapwatch.alerts.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.gapwatch.service.UnusableSetupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class CatalogueTest {

    @Test
    void shipsWithEveryDomainOfTheMission() {
        var catalogue = CatalogueFile.read(new ClassPathResource("org/gapwatch/alerts/catalogue/catalogue.json"));
        assertThat(catalogue.entries().stream().map(Entry::domain).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Combat aircraft", "Tanks and artillery", "Ships",
                        "Drones and drone interceptors", "Ammunition", "Air defence", "Cyber", "Space");
        assertThat(catalogue.get("air-defence.interceptor")).isNotNull();
        assertThat(catalogue.get("nothing")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"capabilities\":[{\"code\":\"A\",\"name\":\"n\",\"unit\":\"u\",\"domain\":\"d\"}]} | lower-case words",
            "{\"capabilities\":[null]} | lower-case words",
            "{\"capabilities\":[{\"code\":\"a\",\"name\":\" \",\"unit\":\"u\",\"domain\":\"d\"}]} | a needs a name",
            "{\"capabilities\":[{\"code\":\"a\",\"name\":\"n\",\"unit\":\"u\",\"domain\":\"d\"}]} | domain of a is none of",
            "{\"domains\":{\"d\":\"D\"},\"capabilities\":[{\"code\":\"a\",\"name\":\"n\",\"unit\":\"u\",\"domain\":\"d\"},"
                    + "{\"code\":\"a\",\"name\":\"n\",\"unit\":\"u\",\"domain\":\"d\"}]} | a is there twice",
            "{\"capabilites\":[]} | capabilites", "nonsense | cannot be read"})
    void tellsWhatIsWrongWithAFile(String json, String message) {
        assertThatThrownBy(() -> CatalogueFile.read(new ByteArrayResource(json.getBytes(UTF_8), "test.json")))
                .isInstanceOf(UnusableSetupException.class).hasMessageContaining("gapwatch.catalogue")
                .hasMessageContaining("test.json").hasMessageContaining(message);
    }
}
