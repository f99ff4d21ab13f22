package org.gapwatch.alerts.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonNumber;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How many came when: {@code {hours: {"495000": 12, ...}, arrivals: [minutes]}}, by the broker's time. Hours are kept for a
 * week and one more day, and the last minutes in which anything came.
 */
final class Tally {

    /** The field that names whose tally it is. */
    static final String SOURCE = "source";

    /** How far back hours are kept. */
    static final Duration REACH = Duration.ofDays(8);

    private static final int ARRIVALS = 50;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final String BY_HOUR = "hours";
    private static final String MINUTES = "arrivals";

    private final NavigableMap<Long, Long> hours = new TreeMap<>();
    private final NavigableSet<Long> minutes = new TreeSet<>();

    /** Nothing yet. */
    Tally() {
    }

    /** The document of a source, new where none is known, with one more in its tally. */
    static Document counted(@Nullable Document known, String source, long time) {
        Document document = known == null ? new Document(SOURCE, source) : known;
        Tally tally = new Tally();
        tally.add(document);
        tally.hours.merge(time / HOUR, 1L, Long::sum);
        tally.minutes.add(time / MINUTE);
        tally.writeTo(document);
        return document;
    }

    /** Adds what a document tells; of a document without a tally that is nothing. */
    void add(Document document) {
        // Read for a projection, what lies inside of a document is raw.
        if (document.get(BY_HOUR) instanceof Map<?, ?> byHour) {
            byHour.forEach((hour, count) -> hours.merge(Long.valueOf(hour.toString()), number(count), Long::sum));
        }
        if (document.get(MINUTES) instanceof List<?> known) {
            known.forEach(minute -> minutes.add(number(minute)));
        }
    }

    private static long number(Object value) {
        return value instanceof BsonNumber raw ? raw.longValue() : ((Number) value).longValue();
    }

    private void writeTo(Document document) {
        var latest = hours.lastKey();
        var byHour = new Document();
        hours.tailMap(latest - REACH.toHours(), false).forEach((hour, count) -> byHour.put(hour.toString(), count));
        document.put(BY_HOUR, byHour);
        document.put(MINUTES, minutes.descendingSet().stream().limit(ARRIVALS).sorted().toList());
    }

    /** How many came since, to the hour. */
    long since(Instant time) {
        return hours.tailMap(time.toEpochMilli() / HOUR, false).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The minute in which the last came; null where none did. */
    @Nullable
    Instant last() {
        return minutes.isEmpty() ? null : Instant.ofEpochMilli(minutes.last() * MINUTE);
    }

    /**
     * The longest time between two of the last minutes in which anything came, and no less than between two hours of the
     * last days: a busy source fills those minutes in a part of a working day, and its nights and weekends are usual too.
     * Null where there were not three such minutes, which tell no habit.
     */
    @Nullable
    Duration usualPause() {
        if (minutes.size() < 3) {
            return null;
        }
        var latest = minutes.descendingSet().stream().limit(ARRIVALS).toList();
        long longest = 0;
        for (int i = 1; i < latest.size(); i++) {
            longest = Math.max(longest, latest.get(i - 1) - latest.get(i));
        }
        Duration usual = Duration.ofMinutes(longest);
        @Nullable
        Long before = null;
        // A tally may be added of several, of which one rested for longer than hours are kept.
        for (long hour : hours.tailMap(hours.lastKey() - REACH.toHours(), false).keySet()) {
            // What came at the end of one hour and at the beginning of the other.
            Duration atLeast = Duration.ofHours(before == null ? 0 : hour - before - 1);
            usual = usual.compareTo(atLeast) < 0 ? atLeast : usual;
            before = hour;
        }
        return usual;
    }
}
