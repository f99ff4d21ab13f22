package org.gapwatch.alerts.statement;

import java.util.Arrays;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;
import org.jspecify.annotations.Nullable;

/**
 * One entity, an order only where it has many statements: its events in statement order, those that wait to be sorted in,
 * and its fold up to the last.
 */
final class Entity {

    /** With fewer events, those seen are looked through one by one. */
    private static final int MANY = 8;

    private final EntityKind kind;
    private final String id;
    private final byte[] name;
    private EventLog settled = new EventLog();
    private @Nullable EventLog waiting;
    /** Up to the last settled event. */
    private EntityFold fold;
    /** All keys of both logs; null while they are few, and until it is needed. */
    private @Nullable SeenEvents seen;

    /** An entity without events. */
    Entity(EntityKind kind, String id) {
        this.kind = kind;
        this.id = id;
        name = new byte[0];
        fold = EntityFold.of(kind);
    }

    /** An order that has been small so far; what it is in the ledger already. */
    static Entity ofSmallOrder(String id, byte[] order, int nameSize, EventPacker packer) {
        Entity entity = new Entity(id, Arrays.copyOf(order, nameSize));
        entity.settled.append(order, nameSize, order.length);
        for (Event event : entity.unpack(entity.settled, packer)) {
            entity.fold.apply(event.statement());
        }
        return entity;
    }

    private Entity(String id, byte[] name) {
        kind = EntityKind.ORDER;
        this.id = id;
        this.name = name;
        fold = EntityFold.of(kind);
    }

    /** The packed id of an order. */
    byte[] name() {
        return name;
    }

    /** Adds an event, which was packed last; false where it was seen before. */
    boolean add(Event event, EventPacker packer, Ledger ledger) {
        if (contains(packer)) {
            return false;
        }
        boolean inOrder = waiting == null && comesLast(event, packer);
        if (inOrder) {
            ledger.add(Statements.day(event), event.statement().type(), change(fold, event));
        } else if (waiting == null) {
            waiting = new EventLog();
        }
        EventLog log = waiting == null ? settled : waiting;
        log.append(packer);
        if (seen != null) {
            seen.add(log, log.last(), log == waiting);
        }
        return true;
    }

    /** Whether events wait to be sorted in. */
    boolean unsettled() {
        return waiting != null;
    }

    /** Sorts in the events that wait, and puts into the ledger what that changes. */
    void settle(EventPacker packer, Ledger ledger) {
        if (waiting == null) {
            return;
        }
        Event[] before = unpack(settled, packer);
        Event[] late = unpack(waiting, packer);
        Event[] events = Arrays.copyOf(before, before.length + late.length);
        System.arraycopy(late, 0, events, before.length, late.length);
        Arrays.sort(events, Event.STATEMENT_ORDER);
        settled = new EventLog();
        for (Event event : events) {
            packer.pack(event);
            settled.append(packer);
        }
        waiting = null;
        seen = null;
        refold(before, events, ledger);
    }

    /** Folds the events, and puts into the ledger in what each changes its entity otherwise than it did before. */
    private void refold(Event[] before, Event[] events, Ledger ledger) {
        EntityFold old = EntityFold.of(kind);
        EntityFold now = EntityFold.of(kind);
        int next = 0;
        while (next < before.length && before[next] == events[next]) {
            old.apply(events[next].statement());
            now.apply(events[next].statement());
            next++;
        }
        for (int i = next; i < events.length; i++) {
            Event event = events[i];
            MonthAmounts change = change(now, event);
            if (next < before.length && before[next] == event) {
                change = change.minus(change(old, event));
                next++;
            }
            ledger.add(Statements.day(event), event.statement().type(), change);
        }
        fold = now;
    }

    private static MonthAmounts change(EntityFold fold, Event event) {
        MonthAmounts before = fold.amounts();
        fold.apply(event.statement());
        return fold.amounts().minus(before);
    }

    private boolean comesLast(Event event, EventPacker packer) {
        if (settled.count() == 0) {
            return true;
        }
        int order = PackedEvent.compareTimes(settled.bytes(), settled.start(settled.last()), packer.bytes(), 0);
        return order < 0
                || order == 0 && Event.STATEMENT_ORDER.compare(unpack(settled, settled.last(), packer), event) < 0;
    }

    private boolean contains(EventPacker packed) {
        if (seen == null && settled.count() + (waiting == null ? 0 : waiting.count()) >= MANY) {
            seen = SeenEvents.of(settled, waiting);
        }
        if (seen != null) {
            return seen.contains(packed, settled, waiting);
        }
        return settled.contains(packed) || waiting != null && waiting.contains(packed);
    }

    private Event[] unpack(EventLog log, EventPacker packer) {
        Event[] events = new Event[log.count()];
        int offset = 0;
        for (int i = 0; i < events.length; i++) {
            events[i] = unpack(log, offset, packer);
            offset = log.next(offset);
        }
        return events;
    }

    private Event unpack(EventLog log, int offset, EventPacker packer) {
        return packer.unpack(log.bytes(), log.start(offset), id);
    }
}
