package org.gapwatch.border.check;

/**
 * What one transaction or one request has reserved in the {@link EventMemory} and not yet written. Ends with
 * {@link EventMemory#settle} where the broker has acknowledged everything, else with {@link EventMemory#release}. Used by
 * one thread at a time.
 */
public final class Reservations {

    final Slots ids = new Slots();
    final Slots entities = new Slots();

    /** Nothing reserved yet. */
    public Reservations() {
    }
}
