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
        assertThat(pace.behind(NOW + Pace.SILENCE_MS)).isTrue();
        assertThat(pace.spacing(NOW + Pace.BACKLOG_SILENCE_MS)).isZero();
        assertThat(pace.behind(NOW + Pace.BACKLOG_SILENCE_MS)).isFalse();
    }

    @Test
    void pauseBetweenTwoTransactionsIsNotQuiet() {
        assertThat(pace.quiet(NOW)).isTrue();
        pace.read(NOW, NOW);
        assertThat(pace.quiet(NOW + Pace.SILENCE_MS)).isFalse();
        assertThat(pace.quiet(NOW + Pace.BACKLOG_SILENCE_MS)).isTrue();
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
