package org.gapwatch.faults.check;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.gapwatch.alerts.oracle.ExpectedEntity;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.faults.system.Database;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.RunningSystem;
import org.gapwatch.faults.system.Service;
import org.gapwatch.service.projection.Projected;
import tools.jackson.databind.JsonNode;

/**
 * Invariant 2 for the read models of the front services: every entity with all its statements and what they come to, in
 * MongoDB (as often as accepted) and over REST (each once).
 */
final class Entities {

    private static final Map<EntityKind, String> COLLECTIONS = Map.of(EntityKind.LINE, "production-lines",
            EntityKind.REFERENCE, "reference-output", EntityKind.ORDER, "orders");
    private static final Map<EntityKind, String> MONTHS = Map.of(EntityKind.LINE, "capacity", EntityKind.REFERENCE,
            "output", EntityKind.ORDER, "outstandingByMonth");
    private static final Map<EntityKind, String> IDS = Map.of(EntityKind.LINE, "lineId", EntityKind.REFERENCE, "party",
            EntityKind.ORDER, "orderId");

    private final List<ExpectedEntity> expected;
    /** How often an event lies in the canonical topics, by its source and id. */
    private final Map<String, Integer> times;

    Entities(List<Event> accepted, Map<String, Integer> times) {
        expected = Oracle.entities(accepted);
        this.times = times;
    }

    static String name(String source, String id) {
        return source + " " + id;
    }

    static String key(EntityKind kind, String capability, String id) {
        return COLLECTIONS.get(kind) + " " + capability + "/" + id;
    }

    void checkMongo(Database database, Findings findings) {
        Map<String, List<String>> told = new HashMap<>();
        try (MongoClient client = database.client()) {
            MongoDatabase views = client.getDatabase(database.databaseName());
            COLLECTIONS.forEach((kind, collection) -> views.getCollection(collection)
                    .find(Filters.and(Projected.LIVE, Filters.ne("id", null)))
                    .forEach(entity -> told.put(key(kind, entity.getString("capability"), entity.getString("id")),
                            statements(views, collection, entity))));
        }
        checkMongo(told, findings);
    }

    /** @param statements the names of the statements that each entity has */
    void checkMongo(Map<String, List<String>> statements, Findings findings) {
        Digest told = new Digest();
        statements.forEach((key, names) -> told.put(key, sorted(names)));
        Digest right = new Digest();
        for (ExpectedEntity entity : expected) {
            List<String> names = new ArrayList<>();
            for (Event event : entity.statements()) {
                String name = name(event.source(), event.id());
                for (int i = times.getOrDefault(name, 0); i > 0; i--) {
                    names.add(name);
                }
            }
            right.put(key(entity.kind(), entity.capability(), entity.id()), sorted(names));
        }
        told.compare("MongoDB:", right, findings);
    }

    private static List<String> statements(MongoDatabase views, String collection, Document entity) {
        List<String> names = new ArrayList<>(names(entity));
        for (int i = 0; i < entity.getInteger("pieces", 0); i++) {
            Document piece = views.getCollection(collection)
                    .find(Filters.eq("_id", entity.getString("_id") + "#" + i)).first();
            names.addAll(piece == null ? List.of("piece " + i + " is missing") : names(piece));
        }
        return names;
    }

    private static List<String> names(Document document) {
        return document.getList("statements", Document.class).stream()
                .map(statement -> name(statement.getString("source"), statement.getString("id"))).toList();
    }

    private static String sorted(List<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    void checkRest(RunningSystem system, Findings findings) throws IOException, InterruptedException {
        Digest told = new Digest();
        Digest right = new Digest();
        Map<String, Integer> listed = new HashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            list(system, kind, listed);
        }
        for (ExpectedEntity entity : expected) {
            String key = key(entity.kind(), entity.capability(), entity.id());
            right.put(key, entity.statements().stream().map(event -> name(event.source(), event.id())).toList() + " "
                    + entity.months().entrySet().stream().map(month -> month.getKey() + " "
                            + Json.number(new BigDecimal(month.getValue(), 3)))
                            .toList());
            JsonNode answer = Json.read(service(system, entity.kind())
                    .get("/api/" + COLLECTIONS.get(entity.kind()) + "/" + entity.capability() + "/" + entity.id()));
            told.put(key, answer.path("statements").valueStream()
                    .map(each -> name(each.path("source").asString(""), each.path("id").asString(""))).toList() + " "
                    + answer.path(MONTHS.get(entity.kind())).valueStream()
                            .map(month -> month.path("month").asString("") + " "
                                    + Json.number(month.path("quantity").decimalValue()))
                            .toList());
            if (listed.getOrDefault(key, 0) != 1) {
                findings.wrong("REST: listed " + listed.getOrDefault(key, 0) + " times: " + key);
            }
        }
        told.compare("REST:", right, findings);
    }

    private static Service service(RunningSystem system, EntityKind kind) {
        return system.service(kind == EntityKind.ORDER ? Kind.PROCUREMENT : Kind.PRODUCTION);
    }

    private static void list(RunningSystem system, EntityKind kind, Map<String, Integer> listed)
            throws IOException, InterruptedException {
        String cursor = "";
        while (cursor != null) {
            JsonNode page = Json.read(service(system, kind).get("/api/" + COLLECTIONS.get(kind) + "?limit=100"
                    + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))));
            page.path("items").forEach(item -> listed.merge(key(kind, item.path("capability").asString(""),
                    item.path(IDS.get(kind)).asString("")), 1, Integer::sum));
            JsonNode next = page.path("next");
            cursor = next.isString() ? next.stringValue() : null;
        }
    }
}
