package org.gapwatch.alerts.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.gapwatch.alerts.stream.CanonicalReader.Content;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.state.CapabilityStore;
import org.gapwatch.alerts.stream.state.CapabilityStoreBuilder;
import org.gapwatch.contract.rejection.Excerpt;
import org.gapwatch.contract.rejection.Origin;
import org.gapwatch.contract.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one task's capabilities. A record only adds to its capability and marks it; at the next tick those
 * marked are assessed, and what differs from what was published goes out.
 *
 * <p>
 * Kafka Streams may initialise the same processor again after it lost its work, so that {@link #init} begins anew.
 */
final class CapabilityProcessor implements Processor<byte[], byte[], String, byte[]> {

    /** Evaluation goes on for so long at a stretch; see {@link StreamThreadTime}. */
    private static final Duration SLICE = Duration.ofMillis(10);

    private final Evaluation evaluation;
    private ProcessorContext<String, byte[]> context;
    private CapabilityStore store;
    private EvaluationQueue queue = new EvaluationQueue();
    private Pace pace = new Pace();
    private YearsPace years = new YearsPace();
    private int partitions;
    private LocalDate today;
    private StreamThreadTime thread = StreamThreadTime.ofThisThread();
    /** Evaluated, and perhaps not committed yet. */
    private int evaluatedNow;
    private CommitPace commits = new CommitPace();
    private List<Long> alertedIntakes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    CapabilityProcessor(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> newContext) {
        context = newContext;
        store = context.getStateStore(CapabilityStoreBuilder.NAME);
        partitions = evaluation.partitions().getAsInt();
        queue = new EvaluationQueue();
        pace = new Pace();
        years = new YearsPace();
        today = utcDate();
        thread = StreamThreadTime.ofThisThread();
        evaluatedNow = 0;
        commits = new CommitPace();
        alertedIntakes = new ArrayList<>();
        // What was restored may not have been evaluated yet, or on an earlier day.
        queue.stale(store.codes());
        tellPending();
        context.schedule(evaluation.tick(), PunctuationType.WALL_CLOCK_TIME, _ -> tick());
    }

    @Override
    public void process(Record<byte[], byte[]> canonical) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        pace.read(context.currentSystemTimeMs(), canonical.timestamp());
        switch (CanonicalReader.read(from, partitions, canonical)) {
            case Content.Valid valid -> {
                Long intakeAt = CanonicalReader.intakeAt(canonical.headers());
                if (store.add(valid.event()) && queue.touch(valid.event().statement().capability(),
                        intakeAt == null ? EvaluationQueue.NO_INTAKE : intakeAt)) {
                    tellPending();
                }
            }
            case Content.Garbage garbage -> reject(from, canonical, garbage);
        }
    }

    private void reject(RecordMetadata from, Record<byte[], byte[]> canonical, Content.Garbage garbage) {
        garbage.problems().forEach(problem -> evaluation.meters().skipped(problem.code().code()));
        var rejection = new Rejection("alerts-service", Instant.ofEpochMilli(canonical.timestamp()),
                new Origin.Record(from.topic(), from.partition(), from.offset()), garbage.source(), garbage.id(),
                garbage.problems(), Map.of(), Excerpt.of(canonical.value()));
        context.forward(new Record<>(null, rejection.toJson(), canonical.timestamp()), AlertsTopology.REJECTIONS);
    }

    private void tick() {
        long now = context.currentSystemTimeMs();
        settle(now);
        LocalDate date = utcDate();
        if (!date.equals(today)) {
            today = date;
            queue.stale(store.codes());
        }
        queue.takeUp(now, pace.spacing(now), years.spacing(pace.silent(now)));
        boolean looks = pace.silent(now) || thread.mayLook(now);
        if (queue.hasNext(looks) && thread.isTurnOf(context.taskId(), now)) {
            evaluateForASlice(now, looks);
        }
        if (commits.isDue(now, pace.behind(now), thread.commitAskedAt())) {
            context.commit();
            thread.commitAsked(now);
        }
        tellPending();
    }

    /** Where a commit was asked for at the tick before, all is committed: Kafka Streams does so before it ticks again. */
    private void settle(long now) {
        if (!commits.isAsked()) {
            return;
        }
        evaluatedNow = 0;
        alertedIntakes.forEach(intakeAt -> evaluation.meters().published(Duration.ofMillis(now - intakeAt)));
        alertedIntakes.clear();
    }

    private void evaluateForASlice(long now, boolean looks) {
        long start = System.nanoTime();
        long spent = 0;
        long looked = 0;
        for (EvaluationQueue.Next next; spent < SLICE.toNanos() && (next = queue.next(now, looks)) != null;) {
            evaluate(next, now);
            long before = spent;
            spent = System.nanoTime() - start;
            if (next.anotherLook()) {
                looked += spent - before;
            }
        }
        long end = context.currentSystemTimeMs();
        if (looked > 0) {
            // Rounded up: turns of less than a millisecond count too.
            thread.looked(end, Duration.ofNanos(looked).toMillis() + 1);
        }
        thread.taken(context.taskId(), end, Duration.ofNanos(spent).toMillis());
    }

    private void evaluate(EvaluationQueue.Next next, long now) {
        String capability = next.capability();
        boolean alerted = false;
        for (Change change : store.assess(capability, today, years.isDue(capability, now, pace.silent(now)))) {
            store.published(capability, change);
            commits.published(now);
            var published = new Record<String, byte @Nullable []>(change.key(), change.value(),
                    context.currentSystemTimeMs());
            switch (change) {
                case Change.OfHead _,Change.OfYear _ -> context.forward(published, AlertsTopology.GAPS);
                case Change.OfAlert alert -> {
                    context.forward(published, AlertsTopology.ALERTS);
                    alerted = true;
                    if (alert.news().isTransition()) {
                        commits.urgent();
                    }
                }
            }
        }
        if (alerted && next.intakeAt() != EvaluationQueue.NO_INTAKE) {
            alertedIntakes.add(next.intakeAt());
        }
        if (store.owesYears(capability)) {
            queue.owing(capability);
        }
        evaluation.meters().evaluated();
        evaluatedNow++;
    }

    private void tellPending() {
        evaluation.meters().pending(context.taskId(), queue.size() + evaluatedNow);
    }

    private LocalDate utcDate() {
        return LocalDate.ofInstant(evaluation.clock().instant(), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        thread.leave(context.taskId());
        evaluation.meters().gone(context.taskId());
    }
}
