package org.gapwatch.local.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.stack.Stack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the good events come to: on the topics, and as the three services tell it. */
final class Results {

    private Results() {
    }

    /**
     * By name: a record's key or a path. Left out is what tells of the way there and not of where it led: revisions, news,
     * alerts withdrawn, and when a statement came in.
     */
    static Map<String, String> of(Stack stack) throws InterruptedException {
        var results = new TreeMap<String, String>();
        var written = new Written(stack.bootstrapServers());
        written.canonical().stream().filter(record -> record.source().equals("urn:good"))
                .forEach(record -> results.put("canonical " + record.id(), record.text()));
        written.latest(stack.streamNames().gaps()).forEach((key, value) -> {
            if (key.startsWith(GoodEvents.PREFIX)) {
                results.put("gap " + key, value);
            }
        });
        written.latest(stack.streamNames().alerts()).forEach((key, value) -> {
            var alert = (ObjectNode) Written.json(value);
            if (key.startsWith(GoodEvents.PREFIX) && !alert.path("status").asString().equals("WITHDRAWN")) {
                results.put("alert " + key, alert.without("revision").without("news").toString());
            }
        });
        views(stack, results);
        return results;
    }

    private static void views(Stack stack, Map<String, String> results) throws InterruptedException {
        try (var production = new Api(Port.PRODUCTION, stack.production());
                var procurement = new Api(Port.PROCUREMENT, stack.procurement());
                var alerts = new Api(Port.ALERTS, stack.alerts())) {
            for (String capability : GoodEvents.capabilities()) {
                for (String measure : List.of("COVERAGE", "OUTPUT")) {
                    String path = "/api/capabilities/" + capability + "/gaps/" + measure;
                    results.put(path, alerts.get(path).toString());
                }
                entities(production, "/api/production-lines", capability, results);
                entities(production, "/api/reference-output", capability, results);
                entities(procurement, "/api/orders", capability, results);
            }
        }
    }

    private static void entities(Api api, String path, String capability, Map<String, String> results)
            throws InterruptedException {
        JsonNode listed = api.get(path + "?capability=" + capability + "&limit=1000").path("items");
        for (JsonNode item : listed) {
            String id = item.path("orderId").asString(item.path("lineId").asString(item.path("party").asString("")));
            String one = path + "/" + capability + "/" + id;
            results.put(one, ((ObjectNode) api.get(one)).without("updatedAt").toString());
        }
    }
}
