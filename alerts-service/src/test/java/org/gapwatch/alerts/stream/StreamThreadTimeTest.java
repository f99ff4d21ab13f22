package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class StreamThreadTimeTest {

    private static final TaskId FIRST = new TaskId(0, 0);
    private static final TaskId SECOND = new TaskId(0, 1);
    private static final TaskId THIRD = new TaskId(0, 2);
    private static final long NOW = 1_000_000;

    private final StreamThreadTime thread = new StreamThreadTime();

    @Test
    void threadLetsRecordsThroughForAsLongAsASliceTook() {
        assertThat(thread.isTurnOf(FIRST, NOW)).isTrue();
        thread.taken(FIRST, NOW + 10, 10);
        assertThat(thread.isTurnOf(SECOND, NOW + 10)).isFalse();
        assertThat(thread.isTurnOf(SECOND, NOW + 19)).isFalse();
        assertThat(thread.isTurnOf(SECOND, NOW + 20)).isTrue();
    }

    @Test
    void tasksTakeTurnsInTheOrderInWhichTheyCame() {
        assertThat(thread.isTurnOf(FIRST, NOW)).isTrue();
        thread.taken(FIRST, NOW + 10, 10);
        assertThat(thread.isTurnOf(SECOND, NOW + 10)).isFalse();
        assertThat(thread.isTurnOf(THIRD, NOW + 10)).isFalse();
        assertThat(thread.isTurnOf(FIRST, NOW + 20)).isFalse();
        assertThat(thread.isTurnOf(THIRD, NOW + 20)).isFalse();
        assertThat(thread.isTurnOf(SECOND, NOW + 20)).isTrue();
        thread.taken(SECOND, NOW + 20, 0);
        assertThat(thread.isTurnOf(THIRD, NOW + 20)).isTrue();
        thread.taken(THIRD, NOW + 20, 0);
        assertThat(thread.isTurnOf(FIRST, NOW + 20)).isTrue();
    }

    @Test
    void otherLooksGetAFifthOfTheTime() {
        assertThat(thread.mayLook(NOW)).isTrue();
        thread.looked(NOW + 10, 10);
        assertThat(thread.mayLook(NOW + 10)).isFalse();
        assertThat(thread.mayLook(NOW + 49)).isFalse();
        assertThat(thread.mayLook(NOW + 50)).isTrue();
        assertThat(thread.mayLook(NOW - 3_600_000)).as("the clock stepped back").isTrue();
    }

    @Test
    void taskThatIsGoneHoldsNobodyUp() {
        assertThat(thread.isTurnOf(FIRST, NOW)).isTrue();
        assertThat(thread.isTurnOf(SECOND, NOW)).isFalse();
        thread.leave(FIRST);
        assertThat(thread.isTurnOf(SECOND, NOW)).isTrue();
    }

    @Test
    void clockThatStepsBackHoldsNothingUp() {
        thread.taken(FIRST, NOW, 10);
        assertThat(thread.isTurnOf(FIRST, NOW - 3_600_000)).isTrue();
    }
}
