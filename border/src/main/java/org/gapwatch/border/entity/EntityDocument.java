package org.gapwatch.border.entity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Statement;
import org.gapwatch.service.projection.Change;
import org.jspecify.annotations.Nullable;

/**
 * The form of an entity's document, and how an event changes it.
 *
 * <pre>
 *   {_id: "capability/entityId", capability, id, updated, labels: {...}, pieces: 2, size: 9120, statements: [{...}, ...]}
 *   {_id: "capability/entityId#0", statements: [{...}, ...]}                                    the earliest piece
 * </pre>
 *
 * Statements lie in the order in which they were accepted, and one that came twice lies there twice: what they say
 * together is found out when they are read. So nothing here depends on how many there are.
 */
final class EntityDocument {

    static final String ID = "id";
    static final String CAPABILITY = "capability";
    static final String UPDATED = "updated";
    static final String LABELS = "labels";
    static final String PIECES = "pieces";
    static final String STATEMENTS = "statements";
    private static final String SIZE = "size";
    private static final String LABELLED = "labelled";

    /** A document stays small, for each event writes it anew. */
    static final int MOST_STATEMENTS = 64;
    private static final int MOST_CHARACTERS = 128 * 1024;

    /** Texts of this form sort as the times they tell. */
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private EntityDocument() {
    }

    static String id(Statement statement) {
        return id(statement.capability(), statement.entityId());
    }

    static String id(String capability, String entityId) {
        return capability + "/" + entityId;
    }

    static String piece(String id, int number) {
        return id + "#" + number;
    }

    static Instant updated(Document document) {
        return Instant.parse(document.getString(UPDATED));
    }

    static Document with(@Nullable Document current, Event event, StoredStatement statement,
            Map<String, String> labels, Consumer<Change.Piece> pieces) {
        Document document = current == null ? empty(event.statement()) : current;
        List<Bson> statements = new ArrayList<>(document.getList(STATEMENTS, Bson.class));
        int size = document.getInteger(SIZE, 0) + statement.data().length();
        if (statements.size() >= MOST_STATEMENTS || !statements.isEmpty() && size > MOST_CHARACTERS) {
            int number = document.getInteger(PIECES, 0);
            pieces.accept(new Change.Piece(piece(id(event.statement()), number), new Document(STATEMENTS, statements)));
            document.put(PIECES, number + 1);
            statements = new ArrayList<>();
            size = statement.data().length();
        }
        statements.add(statement.document());
        document.put(STATEMENTS, statements);
        document.put(SIZE, size);
        update(document, SORTABLE.format(event.time()), labels);
        return document;
    }

    private static Document empty(Statement statement) {
        return new Document(CAPABILITY, statement.capability()).append(ID, statement.entityId()).append(UPDATED, "")
                .append(LABELLED, "").append(LABELS, new Document()).append(PIECES, 0).append(STATEMENTS, List.of());
    }

    /** Labels are those of the latest statement that gives any; a late one does not bring old ones back. */
    private static void update(Document document, String time, Map<String, String> labels) {
        if (time.compareTo(document.getString(UPDATED)) > 0) {
            document.put(UPDATED, time);
        }
        if (!labels.isEmpty() && time.compareTo(document.getString(LABELLED)) >= 0) {
            document.put(LABELLED, time);
            document.put(LABELS, new Document(Map.copyOf(labels)));
        }
    }
}
