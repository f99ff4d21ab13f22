package org.gapwatch.faults.check;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * Invariant 3: revisions of an alert rise by one, also through withdrawal and return; a record opens first and resolves
 * last; and at most one alert of a capability and measure is active. The last is looked at after every record, which is
 * stricter than after every transaction: what is withdrawn comes before what is told instead.
 */
final class Revisions {

    private Revisions() {
    }

    static void check(List<ConsumerRecord<byte[], byte[]>> alerts, Findings findings) {
        Map<String, Long> revisions = new HashMap<>();
        Map<String, String> active = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : alerts) {
            String id = new String(record.key(), StandardCharsets.UTF_8);
            JsonNode alert = Json.read(new String(record.value(), StandardCharsets.UTF_8));
            long revision = alert.path("revision").asLong(-1);
            long before = revisions.getOrDefault(id, 0L);
            if (revision <= before) {
                findings.duplicated("revision " + revision + " of " + id + " after revision " + before);
            } else if (revision > before + 1) {
                findings.lost("revisions of " + id + " between " + before + " and " + revision);
            }
            revisions.put(id, revision);
            episode(id, alert, findings);

            String of = alert.path("capability").asString("") + ":" + alert.path("measure").asString("");
            boolean isActive = alert.path("status").asString("").equals("ACTIVE");
            String other = active.get(of);
            if (isActive && other != null && !other.equals(id)) {
                findings.wrong(other + " is active when " + id + " becomes so, at offset " + record.offset());
            }
            if (isActive) {
                active.put(of, id);
            } else {
                active.remove(of, id);
            }
        }
    }

    private static void episode(String id, JsonNode alert, Findings findings) {
        List<JsonNode> transitions = alert.path("transitions").valueStream().toList();
        boolean resolved = alert.path("resolvedOn").isString();
        String day = "";
        for (int i = 0; i < transitions.size(); i++) {
            String on = transitions.get(i).path("on").asString("");
            boolean resolves = transitions.get(i).path("phase").asString("").equals("RESOLVED");
            boolean last = i == transitions.size() - 1;
            if (on.compareTo(day) <= 0 || resolves != (last && resolved)) {
                findings.wrong("the transitions of " + id + " make no episode: " + alert);
                return;
            }
            day = on;
        }
        if (transitions.isEmpty() || !transitions.getFirst().path("phase").asString("").equals("WIDENING")
                || alert.path("status").asString("").equals("ACTIVE") && resolved) {
            findings.wrong("the transitions of " + id + " make no episode: " + alert);
        }
    }
}
