package org.gapwatch.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gapwatch.local.hostile.GoodEvents.Good;
import org.gapwatch.local.hostile.Run.Delivered;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every kind of bad event, sent to the running services among good ones. */
class HostileEventsIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The number of events that are just checked, in batches. */
    private static final int IN_BATCHES = 1_000_000;

    @TempDir
    static Path data;

    private static LocalDate today;
    private static Stack stack;
    private static LogWatch logs;
    private static Workers workers;
    private static Map<String, String> expected;
    private static Map<String, String> results;
    private static List<Delivered> delivered;
    private static Map<String, List<JsonNode>> rejections;
    private static List<Written.Canonical> canonical;

    @BeforeAll
    static void publish() throws IOException, InterruptedException {
        today = LocalDate.now(CLOCK);
        List<Good> goods = GoodEvents.before(today);
        List<Kind> kinds = Corpus.kinds();
        try (var without = started("without")) {
            new Run(without, goods, false).of(kinds);
            expected = Results.of(without);
        }
        logs = new LogWatch();
        stack = started("with");
        workers = Workers.now();
        delivered = new Run(stack, goods, true).of(kinds);
        results = Results.of(stack);
        var written = new Written(stack.bootstrapServers());
        rejections = written.rejections();
        canonical = written.canonical();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
        logs.close();
    }

    private static Stack started(String name) throws InterruptedException {
        var started = new Stack(data.resolve(name));
        started.start(Settings.from(Arrays.stream(Port.values()).collect(Collectors.toMap(Port::variable, _ -> "0"))));
        return started;
    }

    @Test
    void eachIsAcceptedOrRejectedAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Delivered each : delivered) {
            String became = became(each);
            if (!became.equals(each.kind().outcome().toString())) {
                wrong.add(
                        each + " " + each.sent() + "\n  expected " + each.kind().outcome() + "\n  but was  " + became);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What became of an event, in the words of the table; where that is not exactly one thing, all of it. */
    private static String became(Delivered each) {
        List<String> became = new ArrayList<>();
        if (!each.sent().refused().isEmpty()) {
            became.add("refused: " + each.sent().refused());
        }
        String source = Sample.source(each.n());
        canonical.stream().filter(record -> record.source().equals(source) || record.id().equals("h-" + each.n()))
                .forEach(_ -> became.add("accepted"));
        rejections.getOrDefault(each.sent().origin(), List.of())
                .forEach(rejection -> became.add(String.join(" ", Written.codes(rejection))));
        if (each.sending() instanceof Sending.Request && each.sent().refused().isEmpty()) {
            Set<String> answered = Written.codes(Written.json(each.sent().answer()));
            String first = answered.isEmpty() ? "accepted" : String.join(" ", answered);
            if (!List.of(first).equals(became)) {
                became.add("but answered " + first);
            }
        }
        return String.join(", and ", became);
    }

    @Test
    void nothingElseIsWritten() {
        long rejected = delivered.stream().filter(each -> !each.kind().outcome().codes().isEmpty()).count();
        long accepted = delivered.stream().filter(each -> each.kind().outcome().accepted()).count();
        assertThat(rejections.values().stream().mapToInt(List::size).sum()).isEqualTo(rejected);
        assertThat(canonical.stream().filter(record -> !record.source().equals("urn:good")).count())
                .isEqualTo(accepted);
    }

    /** Batches as those that are written, which {@link #eachIsAcceptedOrRejectedAsTheTableSays} is about. */
    @Test
    void inADryRunEachOfABatchIsJudgedByItself() {
        List<Kind> kinds = Corpus.forBatches();
        assertThat(kinds).hasSizeGreaterThan(100);
        for (int from = 0; from < kinds.size(); from += Run.BATCH) {
            List<Kind> some = kinds.subList(from, Math.min(from + Run.BATCH, kinds.size()));
            var batch = new ByteArrayOutputStream();
            batch.write('[');
            for (int i = 0; i < some.size(); i++) {
                int number = IN_BATCHES + 2 * (from + i);
                batch.writeBytes(Corpus.body(some.get(i), number));
                batch.writeBytes(ByteText.bytes("," + Sample.own(Sample.ORDER.structured(), number + 1)));
                batch.write(i < some.size() - 1 ? ',' : ']');
            }
            var answer = RawHttp.post(stack.procurement(), new Sending.Request(Intake.PROCUREMENT, "?dryRun=true",
                    List.of("Content-Type: application/cloudevents-batch+json"), batch.toByteArray()));
            JsonNode results = Written.json(answer.body()).path("results");
            assertThat(results.size()).isEqualTo(2 * some.size());
            for (int i = 0; i < some.size(); i++) {
                assertThat(Written.codes(results.get(2 * i))).as(some.get(i).name())
                        .isEqualTo(some.get(i).outcome().codes());
                assertThat(results.get(2 * i + 1).path("status").asInt()).isEqualTo(200);
            }
        }
    }

    @Test
    void theGoodEventsComeToTheSameAsWithoutTheBadOnes() {
        assumeTrue(today.equals(LocalDate.now(CLOCK)), "midnight (UTC) came between the two runs");
        assertThat(expected).hasSizeGreaterThan(500);
        assertThat(expected.keySet().stream().filter(name -> name.startsWith("alert "))).hasSizeGreaterThan(5);
        assertThat(results).isEqualTo(expected);
    }

    @Test
    void noThreadHasDied() {
        assertThat(workers.names()).hasSizeGreaterThan(10);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(workers.missing()).isEmpty());
    }

    @Test
    void theLogHoldsNoPayloadAndNoForgedLine() {
        assertThat(logs.messages()).isNotEmpty().noneMatch(message -> message.contains("forged")
                || message.contains("hostile") || message.contains("Käufer") || message.contains("alert(1)"));
    }
}
