package org.gapwatch.border.entity;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.service.web.Cursor;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What is listed.
 *
 * @param wanted values of {@code capability} and of labels, by name; only what has all of them is listed
 * @param sort in which order
 * @param limit how many at most, 1 to {@value #MOST}
 * @param cursor after which item, or null to begin with the first
 */
public record EntityQuery(Map<String, String> wanted, EntitySort sort, int limit, @Nullable String cursor) {

    /** The longest page. */
    public static final int MOST = 1000;

    /** Checks the limit; answered with 400 where it is none. */
    public EntityQuery {
        wanted = Map.copyOf(wanted);
        if (limit < 1 || limit > MOST) {
            throw Problems.badParameter("limit", "limit is " + limit + ", but must be 1 to " + MOST + ".");
        }
    }

    /** Of names and values, some of which are null: these are not asked for. */
    public static Map<String, String> wanted(@Nullable String... namesAndValues) {
        Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            String value = namesAndValues[i + 1];
            if (name != null && value != null) {
                wanted.put(name, value);
            }
        }
        return wanted;
    }

    /** The running month, as {@code year * 12 + month - 1}. */
    public static int month(Clock clock) {
        return (int) LocalDate.now(clock.withZone(ZoneOffset.UTC)).getLong(ChronoField.PROLEPTIC_MONTH);
    }

    List<Bson> filters() {
        List<Bson> filters = new ArrayList<>();
        wanted.forEach((name, value) -> filters.add(Filters.eq(
                name.equals(EntityDocument.CAPABILITY) ? name : EntityDocument.LABELS + "." + name, value)));
        if (cursor != null) {
            filters.add(sort.after(Cursor.keys(list(), cursor)));
        }
        return filters;
    }

    String cursorAfter(Document document) {
        return Cursor.after(list(), sort.keys(document));
    }

    private String list() {
        return "entities " + sort.parameter() + new TreeMap<>(wanted);
    }
}
