package org.gapwatch.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.faults.system.Database;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.service.projection.Projected;
import tools.jackson.databind.JsonNode;

/**
 * Invariant 2 for the views that keep what a topic has, record by record: statements, rejections, and how many of them came
 * from each source.
 */
final class RecordViews {

    private static final Map<EntityKind, String> STATEMENTS = Map.of(EntityKind.LINE, "statements-lines",
            EntityKind.REFERENCE, "statements-reference", EntityKind.ORDER, "statements-orders");
    private static final String BY_SOURCE = "rejected-by-source";
    /** Begins the id of a tally, and parts what ids are made of. */
    private static final String FEED = "\n";

    private final Digest expected;

    /** The views of what lies in the canonical topics and in the rejections. */
    RecordViews(List<ConsumerRecord<byte[], byte[]>> canonical, List<ConsumerRecord<byte[], byte[]>> rejections) {
        Digest records = new Digest();
        Map<String, Long> tallies = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : canonical) {
            Event event = CanonicalRecord.read(
                    action -> record.headers().forEach(header -> action.accept(header.key(), header.value())),
                    record.value());
            if (event != null) {
                String view = String.valueOf(STATEMENTS.get(event.statement().entityKind()));
                records.put(statement(view, event.statement().capability(), event.statement().entityId(),
                        event.source(), event.id()), "");
                tallies.merge(tally(view, event.source()), 1L, Long::sum);
            }
        }
        for (ConsumerRecord<byte[], byte[]> record : rejections) {
            String json = new String(record.value(), UTF_8);
            JsonNode rejection = Json.read(json);
            records.put(rejection(rejection.path("service").asString(""), "%019d".formatted(record.offset())), json);
            String source = rejection.path("source").asString("");
            Set<String> codes = rejection.path("problems").valueStream()
                    .map(problem -> problem.path("code").asString("")).collect(Collectors.toSet());
            tallies.merge(tally(BY_SOURCE, source), 1L, Long::sum);
            codes.forEach(code -> tallies.merge(tally(BY_SOURCE, source + " " + code), 1L, Long::sum));
        }
        expected = with(records, tallies);
    }

    void checkMongo(Database database, Findings findings) {
        Digest records = new Digest();
        Map<String, Long> tallies = new HashMap<>();
        try (MongoClient client = database.client()) {
            MongoDatabase views = client.getDatabase(database.databaseName());
            for (String view : STATEMENTS.values()) {
                for (Document document : views.getCollection(view).find(Projected.LIVE)) {
                    String id = document.getString("_id");
                    if (id.startsWith(FEED)) {
                        tallies.merge(tally(view, document.getString("source")), count(document), Long::sum);
                    } else {
                        records.put(statement(view, id.split(FEED, -1)), "");
                    }
                }
            }
            for (Kind kind : List.of(Kind.PRODUCTION, Kind.PROCUREMENT)) {
                for (Document document : views.getCollection(kind.label() + "-rejections").find(Projected.LIVE)) {
                    records.put(rejection(kind.label(), document.getString("_id")), document.getString("json"));
                }
            }
            for (Document document : views.getCollection(BY_SOURCE).find(Projected.LIVE)) {
                String code = document.getString("code");
                tallies.merge(tally(BY_SOURCE, document.getString("source") + (code == null ? "" : " " + code)),
                        count(document), Long::sum);
            }
        }
        check(with(records, tallies), findings);
    }

    void check(Digest told, Findings findings) {
        told.compare("MongoDB:", expected, findings);
    }

    private static Digest with(Digest records, Map<String, Long> tallies) {
        tallies.forEach((key, count) -> records.put(key, count.toString()));
        return records;
    }

    static String statement(String view, String... parts) {
        return view + " " + String.join(" ", parts);
    }

    static String rejection(String service, String offset) {
        return service + "-rejections " + offset;
    }

    static String tally(String view, String of) {
        return view + ", how many of " + of;
    }

    /** How many came in all hours. */
    private static long count(Document tally) {
        return tally.get("hours", Document.class).values().stream().mapToLong(count -> ((Number) count).longValue())
                .sum();
    }
}
