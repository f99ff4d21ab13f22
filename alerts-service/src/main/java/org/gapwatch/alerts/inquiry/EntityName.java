package org.gapwatch.alerts.inquiry;

import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;

/** What names an entity of a capability. */
public record EntityName(EntityKind kind, String id) {

    /** The entity that an event is about. */
    public static EntityName of(Event event) {
        return new EntityName(event.statement().entityKind(), event.statement().entityId());
    }
}
