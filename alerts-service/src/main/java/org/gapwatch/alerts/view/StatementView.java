package org.gapwatch.alerts.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.CanonicalRecord;
import org.gapwatch.service.projection.Projected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements as they can be asked for. */
@Component
public class StatementView {

    private final MongoDatabase database;

    StatementView(MongoDatabase database) {
        this.database = database;
    }

    /** Every statement about these entities of a capability, in no particular order. */
    public List<Stated> ofEntities(String capability, EntityKind kind, Collection<String> entities) {
        return find(kind, and(eq(StatementProjection.CAPABILITY, capability),
                in(StatementProjection.ENTITY, entities)));
    }

    /** Every statement about the entities that have one of that type known after a day and up to another. */
    public List<Stated> ofEntitiesChanged(String capability, EventType type, LocalDate after, LocalDate upTo) {
        var entities = new HashSet<String>();
        collection(type.entityKind())
                .find(and(eq(StatementProjection.CAPABILITY, capability),
                        eq(StatementProjection.TYPE, type.cloudEventsType()),
                        gt(StatementProjection.KNOWN_ON, after.toString()),
                        lte(StatementProjection.KNOWN_ON, upTo.toString())))
                .projection(Projections.include(StatementProjection.ENTITY))
                .forEach(document -> entities.add(document.getString(StatementProjection.ENTITY)));
        return entities.isEmpty() ? List.of() : ofEntities(capability, type.entityKind(), entities);
    }

    /**
     * One page of what was stated about entities of these kinds of a capability: newest first, by statement order.
     *
     * @param limit how many at most, 1 or more
     * @param after the place of the statement after which the page begins; null for the first page
     */
    public StatementPage newest(String capability, Set<EntityKind> kinds, int limit, @Nullable String after) {
        var filter = and(eq(StatementProjection.CAPABILITY, capability),
                after == null ? exists(StatementProjection.PLACE) : lt(StatementProjection.PLACE, after),
                Projected.LIVE);
        var found = new ArrayList<Document>();
        // One more than asked for tells whether more follow.
        kinds.forEach(kind -> collection(kind).find(filter).sort(Sorts.descending(StatementProjection.PLACE))
                .limit(limit + 1).into(found));
        found.sort(Comparator.comparing(StatementView::place).reversed());
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new StatementPage(page.stream().map(StatementView::stated).toList(),
                more ? place(page.getLast()) : null);
    }

    private static String place(Document document) {
        return document.getString(StatementProjection.PLACE);
    }

    private List<Stated> find(EntityKind kind, Bson filter) {
        var found = new ArrayList<Stated>();
        collection(kind).find(filter).forEach(document -> {
            if (Projected.live(document) != null) {
                found.add(stated(document));
            }
        });
        return found;
    }

    private MongoCollection<Document> collection(EntityKind kind) {
        return database.getCollection(StatementProjection.collection(kind));
    }

    private static Stated stated(Document document) {
        var headers = document.get(StatementProjection.HEADERS, Document.class);
        var data = document.get(StatementProjection.DATA, Binary.class).getData();
        Event event = CanonicalRecord.read(
                action -> headers.forEach((name, text) -> action.accept(name, text.toString().getBytes(UTF_8))), data);
        if (event == null) {
            throw new IllegalStateException("An event that was accepted cannot be read: " + document.get("_id"));
        }
        return new Stated(event, new String(data, UTF_8));
    }
}
