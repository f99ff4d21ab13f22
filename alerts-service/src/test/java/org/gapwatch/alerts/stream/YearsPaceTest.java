package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YearsPaceTest {

    private static final long NOW = 1_000_000;

    private final YearsPace years = new YearsPace();

    @Test
    void toldAtOnceAndThenNotAgainForAWhile() {
        assertThat(years.isDue("a", NOW, false)).isTrue();
        assertThat(years.isDue("a", NOW + YearsPace.SPACING_MS - 1, false)).isFalse();
        assertThat(years.isDue("b", NOW + 1, false)).as("each capability for itself").isTrue();
        assertThat(years.isDue("a", NOW + YearsPace.SPACING_MS, false)).isTrue();
        assertThat(years.isDue("a", NOW + YearsPace.SPACING_MS + 1, false)).isFalse();
    }

    @Test
    void nothingWaitsWhereNothingMoreIsComing() {
        years.isDue("a", NOW, false);
        assertThat(years.isDue("a", NOW + 1, true)).isTrue();
    }

    @Test
    void clockThatIsPutBackHoldsNothingUp() {
        years.isDue("a", NOW, false);
        assertThat(years.isDue("a", NOW - 1, false)).isTrue();
    }
}
