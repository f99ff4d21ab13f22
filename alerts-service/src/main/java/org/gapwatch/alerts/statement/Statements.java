package org.gapwatch.alerts.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;

/** All statements of a capability. What they change goes into its ledger. */
public final class Statements {

    private final Ledger ledger;
    private final EventPacker packer;
    private final Map<String, Entity> lines = new HashMap<>();
    private final Map<String, Entity> references = new HashMap<>();
    private final Map<String, Entity> orders = new HashMap<>();
    private final List<Entity> unsettled = new ArrayList<>();
    private int firstDay = Integer.MAX_VALUE;

    /** No statements yet of a capability. */
    public Statements(String capability, Ledger ledger) {
        this.ledger = ledger;
        packer = new EventPacker(capability);
    }

    /** Adds an event of the capability; false where it was seen before, and so changed nothing. */
    public boolean add(Event event) {
        EntityKind kind = event.statement().entityKind();
        Map<String, Entity> entities = switch (kind) {
            case LINE -> lines;
            case REFERENCE -> references;
            case ORDER -> orders;
        };
        Entity entity = entities.computeIfAbsent(event.statement().entityId(), id -> new Entity(kind, id));
        boolean waitedBefore = entity.unsettled();
        if (!entity.add(event, packer, ledger)) {
            return false;
        }
        if (!waitedBefore && entity.unsettled()) {
            unsettled.add(entity);
        }
        firstDay = Math.min(firstDay, day(event));
        return true;
    }

    /** Sees that the ledger has all that was added. */
    public void settle() {
        unsettled.forEach(entity -> entity.settle(packer, ledger));
        unsettled.clear();
    }

    /** The first day on which any event is known; {@code Integer.MAX_VALUE} where there is none. */
    public int firstDay() {
        return firstDay;
    }

    static int day(Event event) {
        return Months.day(event.knownOn());
    }
}
