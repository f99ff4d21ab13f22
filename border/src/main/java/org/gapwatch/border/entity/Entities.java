package org.gapwatch.border.entity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.service.projection.Projected;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;

/** Reads entities from the read model. Safe for use by several threads. */
public final class Entities {

    private final EntityCollection entities;
    private final MongoCollection<Document> collection;

    /** The entities of that collection. */
    public Entities(EntityCollection entities, MongoDatabase database) {
        this.entities = entities;
        this.collection = database.getCollection(entities.name());
    }

    /** The entities' address, labels and kind. */
    public EntityCollection collection() {
        return entities;
    }

    /** One entity; answered with 404 where nothing was stated about it. */
    public Entity one(String capability, String id) {
        Document document = collection.find(Filters.eq("_id", EntityDocument.id(capability, id))).first();
        // A piece of one has an address too, but is none.
        if (document == null || Projected.live(document) == null || document.getString(EntityDocument.ID) == null) {
            throw Problems.notFound("Nothing is stated about \"" + id + "\" under the capability " + capability
                    + ". What was accepted a moment ago is seen here a moment later.");
        }
        return folded(List.of(document)).getFirst();
    }

    /** A page of entities. */
    public Page<Entity> list(EntityQuery query) {
        List<Bson> filters = new ArrayList<>(query.filters());
        // Neither pieces nor a projection's positions.
        filters.add(Projected.LIVE);
        filters.add(Filters.ne(EntityDocument.ID, null));
        List<Document> found = collection.find(Filters.and(filters)).sort(query.sort().order())
                .limit(query.limit() + 1).into(new ArrayList<>());
        boolean more = found.size() > query.limit();
        List<Document> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(folded(page), more ? query.cursorAfter(page.getLast()) : null);
    }

    private List<Entity> folded(List<Document> documents) {
        Map<String, Document> pieces = pieces(documents);
        return documents.stream().map(document -> {
            List<Document> statements = new ArrayList<>();
            for (int i = 0; i < document.getInteger(EntityDocument.PIECES, 0); i++) {
                statements.addAll(statementsOf(pieces.get(EntityDocument.piece(document.getString("_id"), i))));
            }
            statements.addAll(statementsOf(document));
            return EntityFolding.fold(entities.kind(), document, statements);
        }).toList();
    }

    private static List<Document> statementsOf(@Nullable Document document) {
        if (document == null) {
            throw new IllegalStateException("A piece of an entity is missing; drop the collection, it is rebuilt.");
        }
        return document.getList(EntityDocument.STATEMENTS, Document.class);
    }

    private Map<String, Document> pieces(Collection<Document> documents) {
        List<String> ids = new ArrayList<>();
        for (Document document : documents) {
            for (int i = 0; i < document.getInteger(EntityDocument.PIECES, 0); i++) {
                ids.add(EntityDocument.piece(document.getString("_id"), i));
            }
        }
        Map<String, Document> pieces = new HashMap<>();
        if (!ids.isEmpty()) {
            collection.find(Filters.in("_id", ids)).forEach(piece -> pieces.put(piece.getString("_id"), piece));
        }
        return pieces;
    }
}
