package org.gapwatch.bench.peers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.state.CapabilityRows;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * Adds events to their capabilities, evaluates those touched, and passes on what differs from what was published.
 *
 * <p>
 * Capabilities are on the heap; the rows to rebuild them from are in Flink's keyed state from each checkpoint on.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class EvaluationOperator extends AbstractStreamOperator<Result>
        implements
            OneInputStreamOperator<Canonical, Result> {

    private static final long serialVersionUID = 1;
    private static final long TICK_MS = 10;
    /** Evaluation goes on for so long at a stretch, and then lets events through for as long as it took. */
    private static final Duration SLICE = Duration.ofMillis(25);

    private final Partitions partitions;
    private final @Nullable LocalDate fixedDay;
    private transient CapabilityRows capabilities;
    private transient KeptRows kept;
    private transient Pace pace;
    private transient Set<String> touched;
    private transient Set<String> due;
    private transient Set<String> owing;
    private transient LocalDate today;
    private transient long restUntil;
    private transient StreamRecord<Result> result;

    /** With a day of all results, or null for the clock's. */
    EvaluationOperator(Partitions partitions, @Nullable LocalDate fixedDay) {
        this.partitions = partitions;
        this.fixedDay = fixedDay;
    }

    @Override
    public void open() throws Exception {
        super.open();
        capabilities = new CapabilityRows();
        kept = new KeptRows(getKeyedStateBackend(), partitions);
        kept.restore(capabilities);
        pace = new Pace();
        touched = new LinkedHashSet<>();
        owing = new LinkedHashSet<>();
        due = new LinkedHashSet<>(capabilities.codes());
        today = today(now());
        result = new StreamRecord<>(null);
        var _ = getProcessingTimeService().scheduleWithFixedDelay(_ -> tick(), TICK_MS, TICK_MS);
    }

    /** The key is set where state is used: not for each event. */
    @Override
    @SuppressWarnings("rawtypes")
    public void setKeyContextElement1(StreamRecord record) {
        // KeptRows does it.
    }

    @Override
    public void processElement(StreamRecord<Canonical> element) {
        switch (element.getValue()) {
            case Canonical.Valid valid -> {
                pace.read(now(), valid.writtenAt());
                Event event = valid.event();
                if (capabilities.add(event)) {
                    kept.statement(event);
                    touched.add(event.statement().capability());
                }
            }
            case Canonical.Garbage garbage ->
                collect(new Result(Result.Output.REJECTIONS, null, garbage.rejection(), Result.ANY));
        }
    }

    private void tick() throws Exception {
        long now = now();
        LocalDate date = today(now);
        if (!date.equals(today)) {
            today = date;
            due.addAll(capabilities.codes());
        }
        if (pace.due(now)) {
            due.addAll(touched);
            touched.clear();
            pace.taken(now);
        }
        if (pace.owingDue(now)) {
            due.addAll(owing);
            owing.clear();
        }
        if (now >= restUntil && !due.isEmpty()) {
            evaluateForASlice();
        }
    }

    private void evaluateForASlice() throws Exception {
        long start = System.nanoTime();
        long spent = 0;
        for (Iterator<String> next = due.iterator(); next.hasNext() && spent < SLICE.toNanos();) {
            String code = next.next();
            next.remove();
            evaluate(code);
            spent = System.nanoTime() - start;
        }
        restUntil = now() + Duration.ofNanos(spent).toMillis();
    }

    private void evaluate(String code) throws Exception {
        int partition = partitions.of(code);
        for (Change change : capabilities.assess(code, today, pace.yearsDue(code, now()))) {
            kept.published(code, change.key(), capabilities.published(code, change));
            collect(switch (change) {
                case Change.OfHead _,Change.OfYear _ ->
                    new Result(Result.Output.GAPS, change.key(), change.value(), partition);
                case Change.OfAlert _ -> new Result(Result.Output.ALERTS, change.key(), change.value(), 0);
            });
        }
        if (capabilities.owesYears(code)) {
            owing.add(code);
        }
    }

    private void collect(Result value) {
        output.collect(result.replace(value));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        tick();
        kept.flush();
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    private LocalDate today(long now) {
        return fixedDay != null
                ? fixedDay
                : LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
    }
}
