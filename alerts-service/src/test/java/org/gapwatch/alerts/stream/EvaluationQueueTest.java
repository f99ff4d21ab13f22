package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.gapwatch.alerts.stream.EvaluationQueue.Next;
import org.junit.jupiter.api.Test;

class EvaluationQueueTest {

    private static final long NOW = 1_000_000;
    private static final long OWING = 5_000;

    private final EvaluationQueue queue = new EvaluationQueue();

    @Test
    void freshEventsGoBeforeAnotherLook() {
        queue.stale(List.of("a", "b"));
        queue.touch("c", 30);
        queue.takeUp(NOW, 0, OWING);
        assertThat(queue.next(NOW, true)).isEqualTo(new Next("c", 30, false));
        assertThat(queue.next(NOW, true)).isEqualTo(new Next("a", EvaluationQueue.NO_INTAKE, true));
    }

    @Test
    void anotherLookWaitsWhereItMayNotHaveATurn() {
        queue.stale(List.of("a"));
        queue.touch("b", 30);
        queue.takeUp(NOW, 0, OWING);
        assertThat(queue.hasNext(false)).isTrue();
        assertThat(queue.next(NOW, false)).isEqualTo(new Next("b", 30, false));
        assertThat(queue.hasNext(false)).isFalse();
        assertThat(queue.next(NOW, false)).isNull();
        assertThat(queue.next(NOW, true)).isEqualTo(new Next("a", EvaluationQueue.NO_INTAKE, true));
    }

    @Test
    void touchedOnesWaitUntilTheyAreTakenUp() {
        queue.touch("a", 1);
        assertThat(queue.next(NOW, true)).isNull();
        assertThat(queue.size()).isOne();
    }

    @Test
    void oneThatWasEvaluatedLatelyWaitsAndHoldsUpNoOther() {
        queue.touch("a", 1);
        queue.takeUp(NOW, 250, OWING);
        queue.next(NOW, true);
        queue.touch("a", 2);
        queue.touch("b", 3);
        queue.takeUp(NOW + 249, 250, OWING);
        assertThat(queue.next(NOW + 249, true)).isEqualTo(new Next("b", 3, false));
        assertThat(queue.next(NOW + 249, true)).isNull();
        queue.takeUp(NOW + 250, 250, OWING);
        assertThat(queue.next(NOW + 250, true)).isEqualTo(new Next("a", 2, false));
    }

    @Test
    void whatIsOwedGetsAnotherLookLater() {
        queue.touch("a", 1);
        queue.takeUp(NOW, 250, OWING);
        queue.next(NOW, true);
        queue.owing("a");
        assertThat(queue.size()).as("due").isZero();
        queue.takeUp(NOW + OWING - 1, 250, OWING);
        assertThat(queue.next(NOW + OWING - 1, true)).isNull();
        queue.takeUp(NOW + OWING, 250, OWING);
        assertThat(queue.next(NOW + OWING, true)).isEqualTo(new Next("a", EvaluationQueue.NO_INTAKE, true));
        assertThat(queue.next(NOW + OWING, true)).isNull();
    }

    @Test
    void evaluationBeforeSettlesWhatIsOwed() {
        queue.owing("a");
        queue.touch("a", 1);
        queue.takeUp(NOW, 0, OWING);
        queue.next(NOW, true);
        queue.takeUp(NOW + OWING, 0, OWING);
        assertThat(queue.next(NOW + OWING, true)).isNull();
    }

    @Test
    void clockThatStepsBackHoldsNothingUp() {
        queue.touch("a", 1);
        queue.takeUp(NOW, 250, OWING);
        queue.next(NOW, true);
        queue.touch("a", 2);
        queue.takeUp(NOW - 1, 250, OWING);
        assertThat(queue.next(NOW - 1, true)).isEqualTo(new Next("a", 2, false));
    }

    @Test
    void oneEvaluationSettlesAllThatWaited() {
        queue.stale(List.of("a"));
        assertThat(queue.touch("a", 20)).isTrue();
        assertThat(queue.touch("a", 10)).isFalse();
        queue.takeUp(NOW, 0, OWING);
        assertThat(queue.next(NOW, true)).isEqualTo(new Next("a", 10, false));
        assertThat(queue.next(NOW, true)).isNull();
        assertThat(queue.size()).isZero();
    }

    @Test
    void anotherLookSettlesATouchThatWaited() {
        queue.stale(List.of("a"));
        queue.touch("a", 10);
        assertThat(queue.next(NOW, true)).isEqualTo(new Next("a", 10, true));
        assertThat(queue.size()).isZero();
    }

    /** Each capability that was evaluated has a new event at once. */
    @Test
    void steadyEventsLeaveEveryFifthTurnToAnotherLook() {
        queue.stale(List.of("a", "b"));
        List.of("c", "d", "e").forEach(capability -> queue.touch(capability, 1));
        queue.takeUp(NOW, 0, OWING);
        var order = new StringBuilder();
        for (int turn = 0; turn < 12; turn++) {
            Next next = Objects.requireNonNull(queue.next(NOW, true));
            order.append(next.capability());
            if (!next.anotherLook()) {
                queue.touch(next.capability(), 1);
                queue.takeUp(NOW, 0, OWING);
            }
        }
        assertThat(order).hasToString("cdecadecdbec");
    }

    @Test
    void anotherLookSettlesTheFreshEventsOfTheSameCapability() {
        queue.stale(List.of("z"));
        List.of("a", "b", "c", "d", "z").forEach(capability -> queue.touch(capability, 20));
        queue.takeUp(NOW, 0, OWING);
        queue.touch("z", 10);
        for (int turn = 0; turn < 4; turn++) {
            queue.next(NOW, true);
        }
        assertThat(queue.next(NOW, true)).isEqualTo(new Next("z", 10, true));
        assertThat(queue.size()).isZero();
    }
}
