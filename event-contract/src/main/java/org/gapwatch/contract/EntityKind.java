package org.gapwatch.contract;

/** The kinds of entity that statements are about; each has a canonical topic of its own. */
public enum EntityKind {
    /** A production line, named by its {@code lineId}. */
    LINE,
    /** What another party is assessed to make, named by the {@code party}. */
    REFERENCE,
    /** A procurement order, named by its {@code orderId}. */
    ORDER
}
