package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.local.hostile.GoodEvents.Good;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Good events changed at random, sent to the running services among good ones: each is accepted once or rejected once, as the
 * reader says of it alone, and the schemas with it. {@code -Dgapwatch.seed=N} repeats a run.
 */
class MutatedEventsIT {

    private static final int EVENTS = 10_000;
    private static final long HEAP_GROWTH = 64L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Clock CLOCK = Clock.systemUTC();
    /** What depends on more than the event. */
    private static final Set<String> OF_OTHERS = Set.of("id-reused", "capability-differs", "time-ahead",
            "type-not-for-this-intake");
    private static final List<Header> STRUCTURED = List.of(Header.of("content-type", Corpus.STRUCTURED));

    @TempDir
    Path data;

    /** A changed event, what the reader says of it alone, and where it went. */
    private record Mutant(Record record, Reading reading, Future<RecordMetadata> sending) {
    }

    @Test
    void everyChangedEventIsAcceptedOnceOrRejectedOnce() throws Exception {
        long seed = Long.getLong("gapwatch.seed", System.nanoTime());
        System.out.println("MutatedEventsIT seed " + seed);
        LocalDate today = LocalDate.now(CLOCK);
        List<Good> goods = GoodEvents.before(today);
        try (var logs = new LogWatch(); var stack = new Stack(data)) {
            stack.start(Settings
                    .from(Arrays.stream(Port.values()).collect(Collectors.toMap(Port::variable, _ -> "0"))));
            Workers workers = Workers.now();
            try (var outsider = new Outsider(stack)) {
                goods.forEach(good -> send(outsider, good));
                outsider.flush();
                Run.awaitAll(stack);
                Map<String, String> expected = Results.of(stack);

                List<Mutant> mutants = send(outsider, goods, new Mutation(
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
                Run.awaitAll(stack);
                Map<String, String> results = Results.of(stack);
                if (today.equals(LocalDate.now(CLOCK))) {
                    // Not where midnight (UTC) came between the two: the day is part of a result.
                    assertThat(results).as("seed %d", seed).isEqualTo(expected);
                }
                check(new Written(stack.bootstrapServers()), mutants);

                long before = heap();
                sendAgain(outsider, mutants);
                Run.awaitAll(stack);
                assertThat(heap()).as("heap after three times the rejected events").isLessThan(before + HEAP_GROWTH);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(workers.missing()).isEmpty());
            assertThat(logs.messages()).noneMatch(message -> message.contains("hostile") || message.contains("Käufer")
                    || message.contains("<script>"));
        }
    }

    private static List<Mutant> send(Outsider outsider, List<Good> goods, Mutation mutation)
            throws InterruptedException {
        Agreement agreement = new Agreement();
        int compared = 0;
        List<Mutant> mutants = new ArrayList<>();
        for (int n = 0; n < EVENTS; n++) {
            Record record = mutation.of(n);
            Reading reading = EventReader.readKafka(
                    action -> record.headers().forEach(header -> action.accept(header.name(), header.value())),
                    record.value());
            compared += agreement.holds(record, reading) ? 1 : 0;
            mutants.add(new Mutant(record, reading, outsider.send(record)));
            if (n % 10 == 0) {
                send(outsider, goods.get(n / 10 % goods.size()));
            }
        }
        outsider.flush();
        assertThat(compared).as("events that schemas were asked about").isGreaterThan(EVENTS / 2);
        return mutants;
    }

    private static void send(Outsider outsider, Good good) {
        var _ = outsider.send(new Record(good.intake(), STRUCTURED, good.json().getBytes(UTF_8)));
    }

    private static void check(Written written, List<Mutant> mutants) throws InterruptedException {
        Map<String, List<JsonNode>> rejections = written.rejections();
        List<String> expected = new ArrayList<>();
        Map<List<String>, String> contents = new HashMap<>();
        int rejected = 0;
        for (Mutant mutant : mutants) {
            var found = rejections.getOrDefault(Outsider.sent(mutant.sending()).origin(), List.of());
            assertThat(found).as(text(mutant)).hasSizeLessThan(2);
            rejected += found.size();
            Set<String> codes = found.isEmpty() ? Set.of() : Written.codes(found.getFirst());
            switch (mutant.reading()) {
                case Reading.Rejected(_, _, var problems) -> assertThat(codes).as(text(mutant)).isEqualTo(
                        problems.stream().map(problem -> problem.code().code()).collect(Collectors.toSet()));
                case Reading.Accepted accepted -> {
                    assertThat(codes).as(text(mutant)).isSubsetOf(OF_OTHERS);
                    assertThat(codes.contains(ProblemCode.TYPE_NOT_FOR_THIS_INTAKE.code())).as(text(mutant)).isEqualTo(
                            (accepted.event().statement().entityKind() == EntityKind.ORDER) != (mutant.record()
                                    .intake() == Intake.PROCUREMENT));
                    if (codes.isEmpty()) {
                        expected.add(canonical(accepted));
                        var id = List.of(accepted.event().source(), accepted.event().id());
                        String content = accepted.contentHash() + " " + accepted.event().time();
                        assertThat(contents.getOrDefault(id, content)).as(text(mutant)).isEqualTo(content);
                        contents.put(id, content);
                    }
                }
            }
        }
        assertThat(rejections.values().stream().mapToInt(List::size).sum()).isEqualTo(rejected);
        assertThat(written.canonical().stream().filter(record -> !record.source().equals("urn:good"))
                .map(Written.Canonical::text)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeBetween(EVENTS / 20, EVENTS * 19 / 20);
    }

    /** The canonical record of an event, in the form of {@link Written.Canonical#text}. */
    private static String canonical(Reading.Accepted accepted) {
        var text = new StringBuilder(CanonicalRecord.topic(accepted.event())).append(' ')
                .append(accepted.event().statement().capability());
        CanonicalRecord.headers(accepted,
                (name, value) -> text.append('\n').append(name).append(": ").append(new String(value, UTF_8)));
        return text.append("\n\n").append(new String(accepted.data(), ISO_8859_1)).toString();
    }

    private static void sendAgain(Outsider outsider, List<Mutant> mutants) throws InterruptedException {
        for (int time = 0; time < 3; time++) {
            mutants.stream().filter(mutant -> mutant.reading() instanceof Reading.Rejected)
                    .forEach(mutant -> outsider.send(mutant.record()));
            outsider.flush();
        }
    }

    /** What is in use after a collection. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String text(Mutant mutant) {
        byte[] value = mutant.record().value();
        return mutant.record().headers().stream().map(Header::name).toList() + " "
                + (value == null ? "null" : text(value));
    }

    private static String text(byte[] value) {
        return new String(value, UTF_8);
    }
}
