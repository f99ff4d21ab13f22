package org.gapwatch.bench.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gapwatch.bench.harness.Cpu;
import org.gapwatch.bench.harness.Message;
import org.gapwatch.bench.workload.Workload;

/**
 * CPU time an event with some history behind it. New events come to all capabilities in turn; each capability is evaluated
 * once for every {@value #EVENTS_AN_EVALUATION} of its events.
 */
final class Experiment {

    /** What a capability gets in a second while a backlog of thousands of events a second is worked off. */
    static final int EVENTS_AN_EVALUATION = 50;

    private final History history;
    private final Known known;
    private final boolean inOrder;
    private final int events;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Double> micros = new ArrayList<>();
    private int told;

    /**
     * An experiment with its history told.
     *
     * @param inOrder whether new events come in the order of time and after all of the history; else they lie anywhere in it
     * @param events how many are measured in a round; so many come for each capability at least that all are evaluated
     */
    Experiment(History history, boolean inOrder, int events) {
        this.history = history;
        this.inOrder = inOrder;
        int cycle = history.capabilities() * EVENTS_AN_EVALUATION;
        this.events = Math.max(1, events / cycle) * cycle;
        known = new Known(history);
    }

    /** One round; CPU time of this thread in microseconds an event, from records read to records published. */
    void round(int round, int rounds) {
        List<Message> messages = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            messages.add(Message.of(history.next(i % history.capabilities(), told++,
                    time(round * (long) events + i, (long) rounds * events), random)));
        }
        long start = Cpu.ofThread();
        for (int i = 0; i < events; i++) {
            int capability = i % history.capabilities();
            known.add(capability, messages.get(i));
            if (i / history.capabilities() % EVENTS_AN_EVALUATION == EVENTS_AN_EVALUATION - 1) {
                known.evaluate(capability);
            }
        }
        micros.add((Cpu.ofThread() - start) / 1e3 / events);
    }

    private Instant time(long n, long of) {
        double share = inOrder ? (double) n / of : random.nextDouble();
        LocalDate from = inOrder ? History.END : history.first();
        LocalDate to = inOrder ? Workload.TODAY : History.END;
        long seconds = ChronoUnit.SECONDS.between(History.start(from), History.start(to));
        return History.start(from).plusSeconds((long) (share * seconds));
    }

    /** The rounds' times, the first one left out. */
    List<Double> micros() {
        return micros.subList(1, micros.size());
    }
}
