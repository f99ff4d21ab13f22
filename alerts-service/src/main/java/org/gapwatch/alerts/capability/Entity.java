package org.gapwatch.alerts.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;
import org.jspecify.annotations.Nullable;

/**
 * One entity: its events in statement order, and what they put into the ledger.
 *
 * <p>
 * An event that comes in statement order is folded at once. Others wait until {@link #settle}, which sorts them in and
 * folds the entity anew, once for all of them; what differs from before goes into the ledger.
 */
final class Entity {

    /** Up to so many events are looked through one by one for one seen before. */
    private static final int FEW = 8;

    private final EntityKind kind;
    private Event[] events = new Event[2];
    private int size;
    private EntityFold fold;
    private @Nullable List<Event> waiting;
    private @Nullable SeenEvents seen;

    Entity(EntityKind kind) {
        this.kind = kind;
        fold = EntityFold.of(kind);
    }

    /** Adds an event; false where it was seen before. */
    boolean add(Event event, Ledger ledger) {
        if (!isNew(event)) {
            return false;
        }
        if (waiting != null) {
            waiting.add(event);
        } else if (size == 0 || Event.STATEMENT_ORDER.compare(events[size - 1], event) < 0) {
            append(event);
            ledger.add(day(event), event.statement().type(), change(fold, event));
        } else {
            waiting = new ArrayList<>();
            waiting.add(event);
        }
        return true;
    }

    /** Whether events wait to be sorted in. */
    boolean unsettled() {
        return waiting != null;
    }

    /** Sorts in the events that wait. */
    void settle(Ledger ledger) {
        if (waiting == null) {
            return;
        }
        Event[] before = Arrays.copyOf(events, size);
        waiting.forEach(this::append);
        waiting = null;
        Arrays.sort(events, 0, size, Event.STATEMENT_ORDER);
        refold(before, ledger);
    }

    /** Puts into the ledger in what the entity's events differ from those before, and leaves the fold at the end. */
    private void refold(Event[] before, Ledger ledger) {
        int same = 0;
        EntityFold old = EntityFold.of(kind);
        fold = EntityFold.of(kind);
        while (same < before.length && before[same] == events[same]) {
            old.apply(before[same].statement());
            fold.apply(before[same].statement());
            same++;
        }
        int next = same;
        for (int i = same; i < size; i++) {
            Event event = events[i];
            MonthAmounts change = change(fold, event);
            if (next < before.length && before[next] == event) {
                change = change.minus(change(old, event));
                next++;
            }
            ledger.add(day(event), event.statement().type(), change);
        }
    }

    private static MonthAmounts change(EntityFold fold, Event event) {
        MonthAmounts before = fold.amounts();
        fold.apply(event.statement());
        return fold.amounts().minus(before);
    }

    private void append(Event event) {
        if (size == events.length) {
            events = Arrays.copyOf(events, size + size / 2 + 1);
        }
        events[size++] = event;
    }

    private boolean isNew(Event event) {
        if (seen != null) {
            if (seen.contains(event)) {
                return false;
            }
            seen.add(event);
            return true;
        }
        int waits = waiting == null ? 0 : waiting.size();
        for (int i = 0; i < size + waits; i++) {
            if (SeenEvents.same(known(i), event)) {
                return false;
            }
        }
        if (size + waits >= FEW) {
            seen = new SeenEvents();
            for (int i = 0; i < size + waits; i++) {
                seen.add(known(i));
            }
            seen.add(event);
        }
        return true;
    }

    private Event known(int index) {
        return index < size || waiting == null ? events[index] : waiting.get(index - size);
    }

    static int day(Event event) {
        return Months.day(event.knownOn());
    }
}
