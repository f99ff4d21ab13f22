package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long NOW = 1_000_000;

    private static final long LONG_AGO = 0;

    private final CommitPace commits = new CommitPace();

    @Test
    void nothingIsCommittedWhereNothingIsPublished() {
        assertThat(commits.isAsked()).isTrue();
        assertThat(commits.isDue(NOW, false, LONG_AGO)).isFalse();
    }

    @Test
    void operatorsDoNotWait() {
        commits.published(NOW);
        commits.urgent();
        assertThat(commits.isDue(NOW, false, LONG_AGO)).isTrue();
        assertThat(commits.isAsked()).isTrue();
        commits.published(NOW + 1);
        assertThat(commits.isDue(NOW + 1, false, LONG_AGO)).isFalse();
    }

    @Test
    void whatNobodyIsCalledForIsCommittedTogether() {
        commits.published(NOW);
        commits.published(NOW + CommitPace.WITHIN_MS - 1);
        assertThat(commits.isDue(NOW + CommitPace.WITHIN_MS - 1, false, LONG_AGO)).isFalse();
        assertThat(commits.isAsked()).isFalse();
        assertThat(commits.isDue(NOW + CommitPace.WITHIN_MS, false, LONG_AGO)).isTrue();
        assertThat(commits.isDue(NOW + 2 * CommitPace.WITHIN_MS, false, LONG_AGO)).isFalse();
    }

    @Test
    void backlogGoesByTheUsualCommitsUntilItIsOver() {
        commits.published(NOW);
        commits.urgent();
        assertThat(commits.isDue(NOW + 10_000, true, LONG_AGO)).isFalse();
        assertThat(commits.isAsked()).isFalse();
        assertThat(commits.isDue(NOW + 10_001, false, LONG_AGO)).isTrue();
    }

    @Test
    void commitsAreApart() {
        commits.published(NOW);
        commits.urgent();
        assertThat(commits.isDue(NOW, false, NOW)).isFalse();
        assertThat(commits.isDue(NOW, false, NOW - CommitPace.SPACING_MS + 1)).isFalse();
        assertThat(commits.isDue(NOW, false, NOW - CommitPace.SPACING_MS)).isTrue();
    }

    @Test
    void clockThatStepsBackHoldsNothingUp() {
        commits.published(NOW);
        assertThat(commits.isDue(NOW - 3_600_000, false, NOW)).isTrue();
    }
}
