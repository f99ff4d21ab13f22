package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long NOW = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void withoutRecordsNothingIsWaitedFor() {
        assertThat(pace.spacing(NOW)).isZero();
        pace.read(NOW, NOW);
        assertThat(pace.spacing(NOW + Pace.SILENCE_MS)).isZero();
        pace.read(NOW, NOW - 60_000);
        assertThat(pace.behind(NOW + Pace.SILENCE_MS - 1)).isTrue();
        assertThat(pace.spacing(NOW + Pace.SILENCE_MS)).isZero();
        assertThat(pace.behind(NOW + Pace.SILENCE_MS)).isFalse();
    }

    @Test
    void pauseBetweenTwoTransactionsIsNoSilence() {
        assertThat(pace.silent(NOW)).isTrue();
        pace.read(NOW, NOW);
        assertThat(pace.silent(NOW + Pace.SILENCE_MS - 1)).isFalse();
        assertThat(pace.silent(NOW + Pace.SILENCE_MS)).isTrue();
    }

    @Test
    void backlogIsEvaluatedLessOften() {
        pace.read(NOW, NOW - 60_000);
        assertThat(pace.behind(NOW + 1)).isTrue();
        assertThat(pace.spacing(NOW + 1)).isEqualTo(Pace.BACKLOG_SPACING_MS);
    }

    @Test
    void backlogIsOverWithTheFirstFreshRecord() {
        pace.read(NOW, NOW - 60_000);
        pace.read(NOW + 1, NOW);
        assertThat(pace.behind(NOW + 1)).isFalse();
        assertThat(pace.spacing(NOW + 1)).isEqualTo(Pace.SPACING_MS);
    }

    @Test
    void clockThatStepsBackDoesNotHoldEvaluationUp() {
        pace.read(NOW, NOW - 60_000);
        assertThat(pace.spacing(NOW - 3_600_000)).isZero();
    }
}
