package org.gapwatch.bench.micro;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.bench.harness.Message;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pure core over the events of one capability of the standard workload: ten years, and as many events as fall on one of
 * 200 capabilities.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class CoreBenchmark {

    private static final int EVENTS = 15_000;
    private static final String CODE = "bench.capability-0";

    /** What a statement changes in the ledger. */
    private record Contribution(int day, EventType type, MonthAmounts change) {
    }

    private final List<Message> messages = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private Capability known = new Capability(CODE);

    /** Makes the messages and the events once. */
    @Setup(Level.Trial)
    public void setUp() {
        Shape standard = Shape.standard(200 * EVENTS);
        Shape one = new Shape(EVENTS, 1, standard.openOrders(), standard.linesPerCapability(), standard.first(),
                standard.days(), standard.seed());
        Map<String, EntityFold> folds = new HashMap<>();
        for (Published published : new Workload(one)) {
            Message message = Message.of(published);
            messages.add(message);
            Event event = message.read();
            events.add(event);
            if (event.statement().entityKind() == EntityKind.ORDER) {
                EntityFold fold = fold(folds, event);
                MonthAmounts before = fold.amounts();
                fold.apply(event.statement());
                contributions.add(new Contribution(
                        Months.day(LocalDate.ofInstant(event.time(), ZoneOffset.UTC)),
                        event.statement().type(), fold.amounts().minus(before)));
            }
        }
        known = filled();
        known.assess(Workload.TODAY);
    }

    /** One canonical record parsed. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long parse() {
        long sum = 0;
        for (Message message : messages) {
            sum += message.read().time().getEpochSecond();
        }
        return sum;
    }

    /** One statement folded into its entity, and what the entity then contributes. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int fold() {
        Map<String, EntityFold> folds = new HashMap<>();
        int sum = 0;
        for (Event event : events) {
            EntityFold fold = fold(folds, event);
            fold.apply(event.statement());
            sum += fold.amounts().size();
        }
        return sum;
    }

    /** One change of an order merged into an empty ledger. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Ledger mergeIntoLedger() {
        Ledger ledger = new Ledger();
        for (Contribution contribution : contributions) {
            ledger.add(contribution.day(), contribution.type(), contribution.change());
        }
        return ledger;
    }

    /** One event added to its capability: merged into its entity's statements, folded, and merged into the ledger. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Capability add() {
        return filled();
    }

    /** Ten years of a capability evaluated from the beginning, as after a restart; its events are added before. */
    @Benchmark
    public @Nullable Assessment addAllAndAssessTenYears() {
        return filled().assess(Workload.TODAY);
    }

    /** A new day: an assessment as of the day before, then as of today. */
    @Benchmark
    @OperationsPerInvocation(2)
    public @Nullable Assessment assessAnotherDay() {
        known.assess(Workload.TODAY.minusDays(1));
        return known.assess(Workload.TODAY);
    }

    private Capability filled() {
        Capability capability = new Capability(CODE);
        events.forEach(capability::add);
        return capability;
    }

    private static EntityFold fold(Map<String, EntityFold> folds, Event event) {
        EntityKind kind = event.statement().entityKind();
        return folds.computeIfAbsent(kind + event.statement().entityId(), _ -> EntityFold.of(kind));
    }
}
