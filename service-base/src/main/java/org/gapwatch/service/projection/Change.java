package org.gapwatch.service.projection;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one record does to one document.
 *
 * @param id the document's {@code _id}; must not begin with {@code @}
 * @param evolve from the document as it is (null where there is none) to what it becomes (null: it is removed); may put
 *            other fields into the document given and return it, but not change what lies inside of one, where documents
 *            may be a {@link org.bson.RawBsonDocument}. Fields {@code _id}, {@code at} and {@code removed} are not its
 *            concern. What it hands to the consumer is written as well, whole and unread: a piece that the document has
 *            grown out of. Its {@code _id} and content must follow from the document and the record, so that a replay
 *            writes the same again
 */
public record Change(String id, BiFunction<@Nullable Document, Consumer<Piece>, @Nullable Document> evolve) {

    /**
     * A document that is written beside the one that changes.
     *
     * @param id its {@code _id}; no other record may change it
     * @param document what it is
     */
    public record Piece(String id, Document document) {
    }

    /** A change of that document alone. */
    public Change(String id, Function<@Nullable Document, @Nullable Document> evolve) {
        this(id, (document, _) -> evolve.apply(document));
    }

    /** The document becomes this one, whatever it was. */
    public static Change replace(String id, Document document) {
        return new Change(id, _ -> document);
    }

    /** The document ceases to be. */
    public static Change remove(String id) {
        return new Change(id, _ -> null);
    }
}
