package org.gapwatch.alerts.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Statement;

/** All statements of a capability. What they change goes into its ledger. */
public final class Statements {

    private final Ledger ledger;
    private final EventPacker packer;
    private final Map<String, Entity> lines = new HashMap<>();
    private final Map<String, Entity> references = new HashMap<>();
    private final OrderTable orders = new OrderTable();
    private final SmallOrder smallOrder;
    private final List<Entity> unsettled = new ArrayList<>();
    private int firstDay = Integer.MAX_VALUE;

    /** No statements yet of a capability. */
    public Statements(String capability, Ledger ledger, Scratch scratch) {
        this.ledger = ledger;
        packer = new EventPacker(capability, scratch);
        smallOrder = scratch.smallOrder;
    }

    /** Adds an event of the capability; false where it was seen before, and so changed nothing. */
    public boolean add(Event event) {
        packer.pack(event);
        boolean added = switch (event.statement().entityKind()) {
            case LINE -> addTo(entity(lines, event), event);
            case REFERENCE -> addTo(entity(references, event), event);
            case ORDER -> addToOrder(event);
        };
        if (added) {
            firstDay = Math.min(firstDay, PackedEvent.day(packer.bytes(), 0));
        }
        return added;
    }

    private static Entity entity(Map<String, Entity> entities, Event event) {
        Statement statement = event.statement();
        return entities.computeIfAbsent(statement.entityId(), id -> new Entity(statement.entityKind(), id));
    }

    private boolean addTo(Entity entity, Event event) {
        boolean waitedBefore = entity.unsettled();
        if (!entity.add(event, packer, ledger)) {
            return false;
        }
        if (!waitedBefore && entity.unsettled()) {
            unsettled.add(entity);
        }
        return true;
    }

    private boolean addToOrder(Event event) {
        String id = event.statement().entityId();
        Packing name = packer.packName(id);
        int slot = orders.slot(name);
        switch (orders.get(slot)) {
            case byte[] order -> {
                byte[] longer = smallOrder.add(order, name.size(), event, packer, ledger);
                if (longer == order) {
                    return false;
                }
                boolean large = smallOrder.count() == SmallOrder.MOST;
                orders.put(slot, large ? Entity.ofSmallOrder(id, longer, name.size(), packer) : longer);
                return true;
            }
            case Entity order -> {
                return addTo(order, event);
            }
            case null, default -> {
                orders.put(slot, smallOrder.create(name, packer, ledger));
                return true;
            }
        }
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
