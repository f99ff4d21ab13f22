package org.gapwatch.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.alerts.oracle.Expected;
import org.gapwatch.alerts.oracle.ExpectedRecords;
import org.gapwatch.faults.system.Database;
import org.gapwatch.faults.system.Service;
import org.gapwatch.service.projection.Projected;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invariant 2 for gaps and alerts: on Kafka, in MongoDB and over REST they are those of the naive computation. */
final class Outputs {

    private final Digest expected = new Digest();
    private final Map<String, Expected> model;

    Outputs(Map<String, Expected> model) {
        this.model = model;
        ExpectedRecords.gaps(model).forEach((key, json) -> expected.put("gap " + key, Json.canonical(json)));
        ExpectedRecords.alerts(model).forEach((key, json) -> expected.put("alert " + key, Json.canonical(json)));
    }

    private static void alert(Digest digest, String key, String json) {
        ObjectNode alert = Json.object(json);
        String status = alert.path("status").asString("");
        if (status.equals("WITHDRAWN")) {
            digest.remove("alert " + key);
            return;
        }
        alert.remove(List.of("revision", "news"));
        if (status.equals("ACTIVE")) {
            // The day on which these figures were first told: a new day alone is no new revision, so it depends on when a
            // service came to look, and the gap model does not speak of it.
            alert.remove("asOf");
        }
        digest.put("alert " + key, Json.canonical(alert));
    }

    void checkKafka(List<ConsumerRecord<byte[], byte[]>> gaps, List<ConsumerRecord<byte[], byte[]>> alerts,
            Findings findings) {
        Digest told = new Digest();
        for (ConsumerRecord<byte[], byte[]> record : gaps) {
            String key = new String(record.key(), UTF_8);
            if (record.value() == null) {
                told.remove("gap " + key);
            } else {
                told.put("gap " + key, Json.canonical(new String(record.value(), UTF_8)));
            }
        }
        for (ConsumerRecord<byte[], byte[]> record : alerts) {
            alert(told, new String(record.key(), UTF_8), new String(record.value(), UTF_8));
        }
        told.compare("Kafka:", expected, findings);
    }

    void checkMongo(Database database, Findings findings) {
        Digest told = new Digest();
        try (MongoClient client = database.client()) {
            MongoDatabase views = client.getDatabase(database.databaseName());
            for (Document gap : views.getCollection("gaps").find(Projected.LIVE)) {
                told.put("gap " + gap.getString("_id"), Json.canonical(gap.getString("json")));
            }
            for (Document alert : views.getCollection("alerts").find(Projected.LIVE)) {
                alert(told, alert.getString("_id"), alert.getString("json"));
            }
        }
        told.compare("MongoDB:", expected, findings);
    }

    void checkRest(Service alerts, Findings findings) throws IOException, InterruptedException {
        Digest told = new Digest();
        Digest right = new Digest();
        for (String line = ""; line != null;) {
            JsonNode page = Json.read(alerts.get("/api/alerts?limit=50"
                    + (line.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(line, UTF_8))));
            page.path("items").forEach(item -> alert(told, item.path("alertId").asString(""), item.toString()));
            line = page.path("next").isNull() ? null : page.path("next").asString("");
        }
        expected.texts().forEach((key, text) -> {
            if (key.startsWith("alert ")) {
                right.put(key, text);
            }
        });
        for (Expected capability : model.values()) {
            for (Expected.OfMeasure measure : List.of(capability.coverage(), capability.output())) {
                String key = capability.capability() + ":" + measure.measure();
                ObjectNode answer = Json.object(alerts.get("/api/capabilities/" + capability.capability() + "/gaps/"
                        + measure.measure() + "?from=" + capability.firstDay()));
                told.put("series " + key, Json.canonical(answer.remove("series")));
                told.put("gap " + key, Json.canonical(answer));
                right.put("gap " + key, String.valueOf(expected.texts().get("gap " + key)));
                right.put("series " + key, series(measure));
            }
        }
        told.compare("REST:", right, findings);
    }

    private static String series(Expected.OfMeasure measure) {
        StringBuilder series = new StringBuilder("[");
        measure.series()
                .forEach(day -> series.append("{base:").append(Json.number(new BigDecimal(day.base(), 3)))
                        .append(",gap:").append(Json.number(new BigDecimal(day.gap(), 3))).append(",on:\"")
                        .append(day.on()).append("\",},"));
        return series.append(']').toString();
    }
}
