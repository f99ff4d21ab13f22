package org.gapwatch.bench.harness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Why;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Thousandths;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gaps of a workload must be in the end, computed by the pure core, and a look at a topic until it says just
 * that in committed records.
 */
public final class FinalGaps {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Capability> capabilities = new TreeMap<>();
    private final LocalDate today;
    private Map<String, String> digests = Map.of();

    /** What the events come to on a day. */
    public FinalGaps(Iterable<Published> events, LocalDate today) {
        this.today = today;
        for (Published published : events) {
            Event event = Events.of(published);
            capabilities.computeIfAbsent(published.capability(), Capability::new).add(event);
        }
    }

    /** Waits until the topic says what it must. */
    public void await(Cluster cluster, String gapsTopic) throws ExecutionException, InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        Map<String, String> wanted = new HashMap<>(expected());
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer("bench-final-gaps")) {
            consumer.assign(cluster.ends(List.of(gapsTopic)).keySet());
            consumer.seekToBeginning(consumer.assignment());
            Map<String, String> seen = new HashMap<>();
            while (!wanted.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (expected().containsKey(key)) {
                        seen.put(key, digest(JSON.readTree(record.value())));
                    }
                }
                wanted.entrySet().removeIf(want -> want.getValue().equals(seen.get(want.getKey())));
                if (System.nanoTime() > limit) {
                    String one = new TreeSet<>(wanted.keySet()).first();
                    throw new IllegalStateException(
                            wanted.size() + " gaps are not what they should be, for example " + one + ": "
                                    + seen.get(one) + " instead of " + wanted.get(one));
                }
            }
        }
    }

    private Map<String, String> expected() {
        if (digests.isEmpty()) {
            Map<String, String> anew = new HashMap<>();
            for (Capability capability : capabilities.values()) {
                Assessment assessment = capability.assess(today);
                if (assessment != null) {
                    assessment.measures().forEach(m -> anew.put(capability.code() + ":" + m.measure(), digest(m)));
                }
            }
            digests = anew;
        }
        return digests;
    }

    private static String digest(MeasureAssessment measure) {
        Figures figures = measure.figures();
        Why why = measure.why();
        return String.join(
                " ",
                decimal(figures.gap()),
                decimal(figures.base()),
                decimal(figures.change()),
                decimal(figures.extraMonthlyOutput()),
                String.valueOf(figures.month()),
                measure.trend().toString(),
                why == null ? "" : decimal(why.total()) + why.parts().size());
    }

    private static String digest(JsonNode head) {
        JsonNode why = head.path("why");
        JsonNode month = head.path(head.has("peakMonth") ? "peakMonth" : "closesIn");
        return String.join(
                " ",
                decimal(head.required("gap")),
                decimal(head.required("base")),
                decimal(head.required("change")),
                decimal(head.required("extraMonthlyOutput")),
                month.isString() ? month.stringValue() : "null",
                head.required("trend").stringValue(),
                why.isMissingNode() ? "" : decimal(why.required("total")) + why.required("parts").size());
    }

    private static String decimal(Amount amount) {
        return Thousandths.format(amount.toBigInteger());
    }

    private static String decimal(JsonNode number) {
        return number.toString();
    }
}
