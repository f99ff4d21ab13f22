package org.gapwatch.bench.harness;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.alerts.stream.publication.PublishedCapability;
import org.gapwatch.bench.workload.Published;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the gaps and alerts topics must say of a set of events in the end: every record of the last state, computed by the
 * pure core alone. Records are compared as canonical JSON; of an alert, {@code revision} and {@code news} do not count, for
 * they depend on how often there was a look in between.
 */
public final class FinalGaps {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** By the record's key. */
    private final Map<String, byte[]> expected = new HashMap<>();
    private final int alerts;

    /** What the events come to on a day. */
    public FinalGaps(Iterable<Published> events, LocalDate today) {
        Map<String, Capability> capabilities = new TreeMap<>();
        for (Published published : events) {
            capabilities.computeIfAbsent(published.capability(), Capability::new).add(Events.of(published));
        }
        int seen = 0;
        for (Capability capability : capabilities.values()) {
            Assessment assessment = capability.assess(today);
            for (Change change : new PublishedCapability().changes(capability.code(), assessment, true)) {
                byte[] value = change.value();
                if (value != null) {
                    expected.put(change.key(), value);
                    seen += change instanceof Change.OfAlert ? 1 : 0;
                }
            }
        }
        alerts = seen;
    }

    /** How many records there must be. */
    public int size() {
        return expected.size();
    }

    /** How many of them are alerts. */
    public int alerts() {
        return alerts;
    }

    /** What a key's record must say; "nothing" where there must be none. */
    String text(String key) {
        byte[] wanted = expected.get(key);
        return wanted == null ? "nothing" : canonical(wanted);
    }

    /** The keys there must be. */
    Iterable<String> keys() {
        return expected.keySet();
    }

    /** Whether a key's latest record, null where there is none, says what it must. */
    boolean right(String key, byte @Nullable [] latest) {
        byte[] wanted = expected.get(key);
        if (wanted == null) {
            return latest == null || JSON.readTree(latest).path("status").asString("").equals("WITHDRAWN");
        }
        return latest != null && (Arrays.equals(wanted, latest) || canonical(wanted).equals(canonical(latest)));
    }

    /** The same text for the same content. */
    static String canonical(byte[] json) {
        StringBuilder text = new StringBuilder(json.length);
        JsonNode tree = JSON.readTree(new String(json, StandardCharsets.UTF_8));
        if (tree instanceof ObjectNode object) {
            object.remove("revision");
            object.remove("news");
        }
        write(tree, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node) {
            case ObjectNode object -> {
                text.append('{');
                Map<String, JsonNode> sorted = new TreeMap<>();
                object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
                sorted.forEach((name, value) -> {
                    text.append(name).append(':');
                    write(value, text);
                    text.append(',');
                });
                text.append('}');
            }
            case ArrayNode array -> {
                text.append('[');
                array.forEach(element -> {
                    write(element, text);
                    text.append(',');
                });
                text.append(']');
            }
            default -> text.append(node);
        }
    }
}
