package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gapwatch.alerts.stream.EvaluationQueue.Next;
import org.junit.jupiter.api.Test;

class EvaluationQueueTest {

    private final EvaluationQueue queue = new EvaluationQueue();

    @Test
    void freshEventsGoBeforeAnotherLook() {
        queue.stale(List.of("a", "b"));
        queue.touch("c", 30);
        queue.takeUpTouched();
        assertThat(queue.next()).isEqualTo(new Next("c", 30));
        assertThat(queue.next()).isEqualTo(new Next("a", EvaluationQueue.NO_INTAKE));
    }

    @Test
    void touchedOnesWaitUntilTheyAreTakenUp() {
        queue.touch("a", 1);
        assertThat(queue.next()).isNull();
        assertThat(queue.size()).isOne();
    }

    @Test
    void oneEvaluationSettlesAllThatWaited() {
        queue.stale(List.of("a"));
        assertThat(queue.touch("a", 20)).isTrue();
        assertThat(queue.touch("a", 10)).isFalse();
        queue.takeUpTouched();
        assertThat(queue.next()).isEqualTo(new Next("a", 10));
        assertThat(queue.next()).isNull();
        assertThat(queue.size()).isZero();
    }

    @Test
    void anotherLookSettlesATouchThatWaited() {
        queue.stale(List.of("a"));
        queue.touch("a", 10);
        assertThat(queue.next()).isEqualTo(new Next("a", 10));
        assertThat(queue.size()).isZero();
    }
}
