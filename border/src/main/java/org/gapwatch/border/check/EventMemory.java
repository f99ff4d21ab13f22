package org.gapwatch.border.check;

import java.time.Duration;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * What the border remembers of the events it accepted: which content an id stands for, and which capability an entity id
 * belongs to. Bounded: of each, the latest are kept. Safe for use by several threads.
 *
 * <p>
 * An event is first reserved, then written, then settled. Until then its reservation hides nothing for good: another
 * event that conflicts with it is told to wait ({@link Recall.Busy}), since what is reserved may still fail to be
 * written; one in the same transaction or request knows the answer, because they are written together or not at all.
 */
public final class EventMemory {

    private final Names<Long> contents;
    private final Names<String> capabilities;
    private long generation;

    /** A memory that keeps the latest {@code capacity} ids, and as many entities. */
    public EventMemory(int capacity) {
        this.contents = new Names<>(capacity);
        this.capabilities = new Names<>(capacity);
    }

    /**
     * What is known of an event; where nothing stands against it, it is reserved.
     *
     * @param content what the event's id stands for, see {@link Content}
     */
    public Recall reserve(Event event, long content, Reservations reservations) {
        return recall(event, content, reservations, true);
    }

    /** What {@link #reserve} would say of an event; reserves nothing. */
    public Recall ask(Event event, long content, Reservations reservations) {
        return recall(event, content, reservations, false);
    }

    private Recall recall(Event event, long content, Reservations reservations, boolean reserve) {
        String capability = event.statement().capability();
        EventKey id = idOf(event);
        EventKey entity = entityOf(event);
        synchronized (this) {
            int idAt = contents.find(id);
            int entityAt = entity == null ? Names.NONE : capabilities.find(entity);
            Names.Answer asId = contents.ask(idAt, content, reservations);
            Names.Answer asEntity = capabilities.ask(entityAt, capability, reservations);
            if (asId == Names.Answer.UNSETTLED || asEntity == Names.Answer.UNSETTLED) {
                return new Recall.Busy(generation);
            }
            if (asId == Names.Answer.OTHER || asEntity == Names.Answer.OTHER) {
                return new Recall.Conflict(asId == Names.Answer.OTHER,
                        asEntity == Names.Answer.OTHER ? capabilities.value(entityAt) : null);
            }
            if (reserve) {
                contents.reserve(idAt, id, content, reservations, reservations.ids);
                if (entity != null) {
                    capabilities.reserve(entityAt, entity, capability, reservations, reservations.entities);
                }
            }
            return asId == Names.Answer.SAME ? Recall.KNOWN : Recall.NEW;
        }
    }

    /** What was reserved is written: from now on it is known. */
    public synchronized void settle(Reservations reservations) {
        contents.settle(reservations, reservations.ids);
        capabilities.settle(reservations, reservations.entities);
        done();
    }

    /** What was reserved is not written, or nobody knows: forget it. Does nothing after {@link #settle}. */
    public synchronized void release(Reservations reservations) {
        contents.release(reservations, reservations.ids);
        capabilities.release(reservations, reservations.entities);
        done();
    }

    /** An event that was accepted earlier. Of several with one id the first counts. */
    public void remember(Event event, long content) {
        EventKey id = idOf(event);
        EventKey entity = entityOf(event);
        synchronized (this) {
            contents.remember(id, content);
            if (entity != null) {
                capabilities.remember(entity, event.statement().capability());
            }
        }
    }

    /** Waits until something was settled or released after a {@link Recall.Busy}; returns early or late by chance too. */
    public synchronized void await(Recall.Busy busy, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); generation == busy.generation() && left > 0; left = until
                - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }

    private void done() {
        generation++;
        notifyAll();
    }

    private static EventKey idOf(Event event) {
        return EventKey.of(event.source(), event.id());
    }

    /** What names the thing itself; null for reference output, which a party has under as many capabilities as it likes. */
    private static @Nullable EventKey entityOf(Event event) {
        return switch (event.statement().entityKind()) {
            case LINE, ORDER -> EventKey.of(event.statement().entityKind().name(), event.statement().entityId());
            case REFERENCE -> null;
        };
    }
}
