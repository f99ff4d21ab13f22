package org.gapwatch.service.projection;

import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one record does to one document.
 *
 * @param id the document's {@code _id}; must not begin with {@code @}
 * @param evolve from the document as it is (null where there is none) to what it becomes (null: it is removed); may change
 *            and return the document given. Fields {@code _id}, {@code at} and {@code removed} are not its concern
 */
public record Change(String id, Function<@Nullable Document, @Nullable Document> evolve) {

    /** The document becomes this one, whatever it was. */
    public static Change replace(String id, Document document) {
        return new Change(id, _ -> document);
    }

    /** The document ceases to be. */
    public static Change remove(String id) {
        return new Change(id, _ -> null);
    }
}
