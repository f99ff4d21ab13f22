package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long NOW = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void idleStreamEvaluatesAtOnce() {
        pace.taken(NOW - 1);
        pace.read(NOW, NOW - 5);
        assertThat(pace.due(NOW)).isTrue();
    }

    @Test
    void backlogIsEvaluatedOnceASecond() {
        pace.taken(NOW);
        pace.read(NOW + 999, NOW - 60_000);
        assertThat(pace.due(NOW + 999)).isFalse();
        assertThat(pace.due(NOW + 1_000)).isTrue();
    }

    @Test
    void backlogIsOverWithTheFirstFreshRecord() {
        pace.taken(NOW);
        pace.read(NOW, NOW - 60_000);
        pace.read(NOW + 1, NOW);
        assertThat(pace.due(NOW + 1)).isTrue();
    }

    @Test
    void clockThatStepsBackDoesNotHoldEvaluationUp() {
        pace.taken(NOW + 3_600_000);
        pace.read(NOW, NOW - 60_000);
        assertThat(pace.due(NOW)).isTrue();
    }
}
