package org.gapwatch.border.entity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
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
        return folded(document, true);
    }

    /** A page of entities, without their statements. */
    public Page<Entity> list(EntityQuery query) {
        List<Bson> filters = new ArrayList<>(query.filters());
        // Neither pieces nor a projection's positions.
        filters.add(Projected.LIVE);
        filters.add(Filters.ne(EntityDocument.ID, null));
        List<Document> found = collection.find(Filters.and(filters)).sort(query.sort().order())
                .limit(query.limit() + 1).into(new ArrayList<>());
        boolean more = found.size() > query.limit();
        List<Document> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(page.stream().map(each -> folded(each, false)).toList(),
                more ? query.cursorAfter(page.getLast()) : null);
    }

    /** Reads one piece after the other: of a long history, nothing is kept that is not told. */
    private Entity folded(Document document, boolean withStatements) {
        var folding = new EntityFolding(withStatements);
        for (int i = 0; i < document.getInteger(EntityDocument.PIECES, 0); i++) {
            folding.add(statementsOf(
                    collection.find(Filters.eq("_id", EntityDocument.piece(document.getString("_id"), i))).first()));
        }
        folding.add(statementsOf(document));
        return folding.fold(entities.kind(), document);
    }

    private static List<Document> statementsOf(@Nullable Document document) {
        if (document == null) {
            throw new IllegalStateException("A piece of an entity is missing; drop the collection, it is rebuilt.");
        }
        return document.getList(EntityDocument.STATEMENTS, Document.class);
    }
}
