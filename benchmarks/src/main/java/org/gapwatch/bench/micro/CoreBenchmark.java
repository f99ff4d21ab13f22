package org.gapwatch.bench.micro;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.KafkaHeaders;
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

/** Parsing, adding and assessing, over the events of one capability of the standard workload; times are an event's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class CoreBenchmark {

    private static final int EVENTS = 5_000;
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Message(KafkaHeaders headers, byte[] value) {
    }

    private final List<Message> messages = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Capability known = new Capability("none");

    /** Makes the messages and the events once. */
    @Setup(Level.Trial)
    public void setUp() {
        for (Published published : new Workload(new Shape(EVENTS, 1, 40, 5, TODAY.minusYears(3), 1095, 1))) {
            Message message = message(published);
            messages.add(message);
            Event event = CanonicalRecord.read(message.headers, message.value);
            if (event == null) {
                throw new IllegalStateException("Not a canonical record: " + published);
            }
            events.add(event);
        }
        known = filled();
    }

    /** One canonical record parsed. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long parse() {
        long sum = 0;
        for (Message message : messages) {
            Event event = CanonicalRecord.read(message.headers, message.value);
            sum += event == null ? 0 : event.time().getEpochSecond();
        }
        return sum;
    }

    /** One event added, as when state is restored: all of them, then one assessment. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public @Nullable Assessment addThenAssessOnce() {
        return filled().assess(TODAY);
    }

    /** A new day: an assessment of the capability as of the day before, then today. */
    @Benchmark
    @OperationsPerInvocation(2)
    public @Nullable Assessment assessAnotherDay() {
        known.assess(TODAY.minusDays(1));
        return known.assess(TODAY);
    }

    private Capability filled() {
        Capability capability = new Capability("bench.capability-0");
        events.forEach(capability::add);
        return capability;
    }

    private static Message message(Published published) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", utf8("1.0"));
        headers.put("ce_id", utf8(published.id()));
        headers.put("ce_source", utf8(published.source()));
        headers.put("ce_type", utf8(published.type().cloudEventsType()));
        headers.put("ce_time", utf8(published.time().toString()));
        headers.put("content-type", utf8("application/json"));
        return new Message(headers::forEach, utf8(published.data()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
