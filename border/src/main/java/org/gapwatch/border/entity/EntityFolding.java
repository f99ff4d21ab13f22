package org.gapwatch.border.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.fold.EntityFold;
import org.jspecify.annotations.Nullable;

/** Folds an entity's stored statements by the contract's fold. */
final class EntityFolding {

    private record Stated(Event event, @Nullable StatementView view) {
    }

    private final boolean withStatements;
    /** Of those with one source and id the first accepted. */
    private final Map<List<String>, Stated> distinct = new LinkedHashMap<>();

    /** @param withStatements whether the entity is to bear its statements */
    EntityFolding(boolean withStatements) {
        this.withStatements = withStatements;
    }

    /** Adds statements, in the order in which they were accepted. */
    void add(List<Document> statements) {
        for (Document each : statements) {
            var stored = StoredStatement.of(each);
            distinct.computeIfAbsent(List.of(stored.source(), stored.id()),
                    _ -> new Stated(stored.event(), withStatements ? view(stored) : null));
        }
    }

    /** The entity, of its document and of all statements added. */
    Entity fold(EntityKind kind, Document document) {
        List<Stated> inOrder = new ArrayList<>(distinct.values());
        inOrder.sort(Comparator.comparing(Stated::event, Event.STATEMENT_ORDER));
        EntityFold fold = EntityFold.of(kind);
        inOrder.forEach(stated -> fold.apply(stated.event().statement()));
        return new Entity(document.getString(EntityDocument.CAPABILITY), document.getString(EntityDocument.ID),
                EntityDocument.updated(document), labels(document), fold.amounts(),
                inOrder.stream().map(Stated::view).filter(Objects::nonNull).toList());
    }

    private static StatementView view(StoredStatement stored) {
        return new StatementView(stored.type(), stored.source(), stored.id(), stored.time(), stored.data());
    }

    private static Map<String, String> labels(Document document) {
        Map<String, String> labels = new LinkedHashMap<>();
        document.get(EntityDocument.LABELS, Document.class)
                .forEach((name, value) -> labels.put(name, String.valueOf(value)));
        return labels;
    }
}
