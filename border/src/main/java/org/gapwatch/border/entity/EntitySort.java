package org.gapwatch.border.entity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;

/** The orders in which entities can be listed. */
public enum EntitySort {
    /** By capability and id. */
    BY_ID("id", null, true),
    /** By capability and id, backwards. */
    BY_ID_DOWN("-id", null, false),
    /** What was longest not stated anything about first. */
    BY_UPDATE("updatedAt", EntityDocument.UPDATED, true),
    /** What was stated last first. */
    BY_UPDATE_DOWN("-updatedAt", EntityDocument.UPDATED, false);

    private final String parameter;
    private final @Nullable String field;
    private final boolean up;

    EntitySort(String parameter, @Nullable String field, boolean up) {
        this.parameter = parameter;
        this.field = field;
        this.up = up;
    }

    /** The order of that name; by id where none is given; answered with 400 where there is no such order. */
    public static EntitySort of(@Nullable String parameter) {
        if (parameter == null) {
            return BY_ID;
        }
        return Stream.of(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst()
                .orElseThrow(() -> Problems.badParameter("sort", "sort is \"" + parameter + "\", but must be one of "
                        + Stream.of(values()).map(sort -> sort.parameter).collect(Collectors.joining(", ")) + "."));
    }

    String parameter() {
        return parameter;
    }

    Bson order() {
        List<String> fields = field == null ? List.of("_id") : List.of(field, "_id");
        return up ? Sorts.ascending(fields) : Sorts.descending(fields);
    }

    /** The keys of an item, after which the next page begins. */
    String[] keys(Document document) {
        String id = document.getString("_id");
        return field == null ? new String[]{id} : new String[]{document.getString(field), id};
    }

    /** Matches what comes after an item with these keys. */
    Bson after(List<String> keys) {
        if (keys.size() != (field == null ? 1 : 2)) {
            throw Problems.badParameter("cursor", "The cursor is not one of this list. Leave it out to begin anew.");
        }
        Bson laterId = beyond("_id", keys.getLast());
        return field == null
                ? laterId
                : Filters.or(beyond(field, keys.getFirst()),
                        Filters.and(Filters.eq(field, keys.getFirst()), laterId));
    }

    private Bson beyond(String name, String value) {
        return up ? Filters.gt(name, value) : Filters.lt(name, value);
    }
}
