package org.gapwatch.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void everyEventOfBothSetsIsAcceptable() {
        assertThat(Stream.of(Example.publicFigures(), Example.fictitious(DAY))
                .flatMap(example -> example.events().stream()))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        event -> assertThat(EventReader.readStructured(event.json().getBytes(StandardCharsets.UTF_8)))
                                .isInstanceOf(Reading.Accepted.class));
    }

    @Test
    void bothIntakesGetTheirTypes() {
        assertThat(Example.publicFigures().events()).extracting(ExampleEvent::topic)
                .contains(Topics.INTAKE_PRODUCTION, Topics.INTAKE_PROCUREMENT);
    }

    @Test
    void theFictitiousSetLiesAroundTheDayOfLoading() {
        var example = Example.fictitious(DAY);
        assertThat(example.lastDay()).isBetween(DAY.minusDays(7), DAY);
        assertThat(example.events()).noneMatch(event -> event.json().contains("{D"));
        assertThat(example).isEqualTo(Example.fictitious(DAY)).isNotEqualTo(Example.fictitious(DAY.plusDays(1)));
    }

    @Test
    void theDayOfTheFirstLoadingIsKept(@TempDir Path data) {
        assertThat(LoadingDay.of(data, DAY)).isEqualTo(DAY);
        assertThat(LoadingDay.of(data, DAY.plusDays(3))).isEqualTo(DAY);
    }
}
