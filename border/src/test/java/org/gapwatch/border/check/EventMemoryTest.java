package org.gapwatch.border.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.ReferenceStatement;
import org.junit.jupiter.api.Test;

class EventMemoryTest {

    private static final Recall.Clear NEW = new Recall.Clear(false);
    private static final Recall.Clear KNOWN = new Recall.Clear(true);

    private final EventMemory memory = new EventMemory(3);
    private final Reservations mine = new Reservations();
    private final Reservations theirs = new Reservations();

    @Test
    void whatIsSettledIsKnownAndContradictsOtherContent() {
        assertThat(memory.reserve(line("e1", "line", "tanks"), 1, mine)).isEqualTo(NEW);
        memory.settle(mine);

        assertThat(memory.reserve(line("e1", "line", "tanks"), 1, theirs)).isEqualTo(KNOWN);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, theirs)).isEqualTo(new Recall.Conflict(true, null));
        assertThat(memory.reserve(line("e2", "line", "ships"), 1, theirs))
                .isEqualTo(new Recall.Conflict(false, "tanks"));
        assertThat(memory.reserve(line("e1", "line", "ships"), 2, theirs))
                .isEqualTo(new Recall.Conflict(true, "tanks"));
    }

    @Test
    void askingReservesNothingAndKnowsOnesOwnReservations() {
        assertThat(memory.ask(line("e1", "line", "tanks"), 1, mine)).isEqualTo(NEW);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, theirs)).isEqualTo(NEW);
        assertThat(memory.ask(line("e1", "line", "ships"), 1, theirs)).isEqualTo(new Recall.Conflict(true, "tanks"));
        assertThat(memory.ask(line("e1", "line", "ships"), 1, mine)).isInstanceOf(Recall.Busy.class);
    }

    @Test
    void whatWasNotWrittenHidesNothing() {
        memory.reserve(line("e1", "line", "tanks"), 1, mine);
        memory.release(mine);

        assertThat(memory.reserve(line("e1", "line", "ships"), 2, theirs)).isEqualTo(NEW);
    }

    @Test
    void whatSomebodyElseIsWritingMakesOnesContradictionWaitAndOnesAgreementNot() {
        memory.reserve(line("e1", "line", "tanks"), 1, mine);

        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, theirs)).isInstanceOf(Recall.Busy.class);
        assertThat(memory.reserve(line("e2", "line", "ships"), 2, theirs)).isInstanceOf(Recall.Busy.class);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 1, theirs)).isEqualTo(NEW);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, mine)).isEqualTo(new Recall.Conflict(true, null));
    }

    @Test
    void whatTwoAreWritingIsKnownWhenOneOfThemHasWrittenIt() {
        memory.reserve(line("e1", "line", "tanks"), 1, mine);
        memory.reserve(line("e1", "line", "tanks"), 1, theirs);
        memory.release(mine);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, new Reservations()))
                .isInstanceOf(Recall.Busy.class);
        memory.settle(theirs);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, new Reservations()))
                .isEqualTo(new Recall.Conflict(true, null));
    }

    @Test
    void justTheLatestAreRemembered() {
        for (int i = 0; i < 5; i++) {
            memory.remember(line("e" + i, "line" + i, "tanks"), 1);
        }
        assertThat(memory.reserve(line("e4", "line4", "tanks"), 2, mine)).isInstanceOf(Recall.Conflict.class);
        assertThat(memory.reserve(line("e0", "line0", "ships"), 2, mine)).isEqualTo(NEW);
    }

    @Test
    void aPartyIsKnownUnderManyCapabilities() {
        memory.remember(assessed("e1", "tanks"), 1);

        assertThat(memory.reserve(assessed("e2", "ships"), 1, mine)).isEqualTo(NEW);
    }

    @Test
    void whoWaitsIsWokenWhenTheOtherHasDone() throws Exception {
        memory.reserve(line("e1", "line", "tanks"), 1, mine);
        var busy = (Recall.Busy) memory.reserve(line("e1", "line", "tanks"), 2, theirs);
        var woken = CompletableFuture.runAsync(() -> {
            try {
                memory.await(busy, Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        memory.release(mine);
        woken.get(1, TimeUnit.MINUTES);
        assertThat(memory.reserve(line("e1", "line", "tanks"), 2, theirs)).isEqualTo(NEW);
    }

    private static Event line(String id, String lineId, String capability) {
        return new Event("urn:test", id, Instant.EPOCH,
                new LineStatement.Closed(lineId, capability, LocalDate.of(2026, 1, 1)));
    }

    private static Event assessed(String id, String capability) {
        return new Event("urn:test", id, Instant.EPOCH,
                new ReferenceStatement.Assessed("them", capability, 1, LocalDate.of(2026, 1, 1)));
    }
}
