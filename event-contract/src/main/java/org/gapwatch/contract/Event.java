package org.gapwatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * One accepted event: the CloudEvents attributes the model needs, and what the event says.
 *
 * <p>
 * What only informs people (a reason, a producer, a citation) stays in the event's data and is no part of this record.
 *
 * @param source who published it; with {@code id} it names the event (docs/gap-model.md, "Same event")
 * @param id the publisher's own id of the event
 * @param time since when the fact is known; decides {@link #knownOn()} and the statement order
 * @param statement what is said
 */
public record Event(String source, String id, Instant time, Statement statement) {

    /** The order in which an entity's statements are folded: by time, then source, then id, by Unicode code point. */
    public static final Comparator<Event> STATEMENT_ORDER = Comparator.comparing(Event::time)
            .thenComparing(Event::source, CodePoints::compare)
            .thenComparing(Event::id, CodePoints::compare);

    /** The UTC date from which on the event counts. */
    public LocalDate knownOn() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
