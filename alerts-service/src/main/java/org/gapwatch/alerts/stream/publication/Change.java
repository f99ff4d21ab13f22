package org.gapwatch.alerts.stream.publication;

import org.gapwatch.alerts.gap.Measure;
import org.jspecify.annotations.Nullable;

/** A record to be published because it differs from the one published before. */
public sealed interface Change {

    /** The measure it is about. */
    Measure measure();

    /** The record's key. */
    String key();

    /** The record's value in UTF-8 JSON; null takes the key back. */
    byte @Nullable [] value();

    /** Today's state of a measure; key {@code capability:MEASURE}. */
    record OfHead(Measure measure, String key, byte @Nullable [] value,
            PublishedMeasure.@Nullable Head published) implements Change {
    }

    /** A year of a measure's series; key {@code capability:MEASURE:YYYY}. */
    record OfYear(Measure measure, int year, String key, byte @Nullable [] value,
            @Nullable Long published) implements Change {
    }

    /** A revision of an alert; key {@code capability:MEASURE:openedOn}. */
    record OfAlert(Measure measure, String key, byte[] value, PublishedAlert published, News news) implements Change {
    }
}
