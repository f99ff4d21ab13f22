package org.gapwatch.alerts.feed;

/** Where a client that gives the id of its last event can go on. */
sealed interface Resumption {

    /** From memory. */
    record At(Place place) implements Resumption {
    }

    /** By reading the topics themselves, at first up to that position. */
    record ByTopic(Position upTo) implements Resumption {
    }

    /** Nowhere: the id is not known, or too old for all that followed to be there still. */
    record Impossible() implements Resumption {
    }
}
