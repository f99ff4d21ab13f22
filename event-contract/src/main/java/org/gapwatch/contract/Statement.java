package org.gapwatch.contract;

/**
 * What an event says about one entity. An entity is named by its kind, its capability and its own id together
 * (docs/gap-model.md, "Ground rules").
 */
public sealed interface Statement permits LineStatement, ReferenceStatement, OrderStatement {

    /** The capability code, 1 to 80 characters, for example {@code ammunition.artillery-155mm}. */
    String capability();

    /** The entity's own id: the line id, the order id, or the party. */
    String entityId();

    /** What kind of entity the statement is about. */
    default EntityKind entityKind() {
        return switch (this) {
            case LineStatement _ -> EntityKind.LINE;
            case ReferenceStatement _ -> EntityKind.REFERENCE;
            case OrderStatement _ -> EntityKind.ORDER;
        };
    }

    /** The event type that bears this statement. */
    EventType type();
}
