package org.gapwatch.alerts.statement;

import java.util.Arrays;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.fold.OrderAmounts;

/**
 * Works on orders of few statements, of which there are most. Such an order is nothing but bytes: its packed id, and its
 * events in statement order as in an {@link EventLog}. It is folded anew for every statement, which costs less than to keep
 * and to fetch a fold; and so one that comes late is sorted in at once.
 */
final class SmallOrder {

    /** Beyond so many statements, an order is an {@link Entity}. */
    static final int MOST = 16;

    private static final EventType[] TYPES = EventType.values();
    private static final int PLACED = EventType.ORDER_PLACED.ordinal();
    private static final int AMENDED = EventType.ORDER_AMENDED.ordinal();
    private static final int DELIVERED = EventType.ORDER_DELIVERED.ordinal();

    private final Unpacking in = new Unpacking();
    private final Replay before = new Replay();
    private final Replay now = new Replay();
    private final OrderChange change = new OrderChange();
    private final int[] offsets = new int[MOST + 1];
    private int count;

    /** A new order, of the event and the name packed last. */
    byte[] create(Packing name, EventPacker packer, Ledger ledger) {
        int end = name.size() + EventLog.lengthBytes(packer.size()) + packer.size();
        byte[] order = Arrays.copyOf(name.bytes(), end);
        EventLog.write(packer, order, name.size());
        now.clear();
        change.clear();
        now.apply(order, EventLog.start(order, name.size()));
        now.amounts.outstanding(change.adding());
        tell(order, EventLog.start(order, name.size()), ledger);
        return order;
    }

    /**
     * Adds the event packed last, and puts into the ledger what it changes.
     *
     * @param event the same event
     * @param nameSize where the order's events begin
     * @return the order with it; the order itself where it was seen before
     */
    byte[] add(byte[] order, int nameSize, Event event, EventPacker packer, Ledger ledger) {
        int place = place(order, nameSize, event, packer);
        if (place < 0) {
            return order;
        }
        int at = offsets[place];
        int added = EventLog.lengthBytes(packer.size()) + packer.size();
        byte[] longer = Arrays.copyOf(order, order.length + added);
        System.arraycopy(order, at, longer, at + added, order.length - at);
        EventLog.write(packer, longer, at);
        fold(order, longer, place, added, ledger);
        return longer;
    }

    /** How many events were found by the last {@link #add}, before it. */
    int count() {
        return count;
    }

    /** Finds all offsets and where in them the event packed last belongs; negative where it was seen before. */
    private int place(byte[] order, int nameSize, Event event, EventPacker packer) {
        count = 0;
        int place = 0;
        int offset = nameSize;
        while (offset < order.length) {
            int at = EventLog.start(order, offset);
            if (EventLog.hasKeyOf(packer, order, at, order.length)) {
                return -1;
            }
            offsets[count++] = offset;
            int byTime = PackedEvent.compareTimes(order, at, packer.bytes(), 0);
            if (byTime < 0 || byTime == 0 && comesBefore(order, at, event, packer)) {
                place = count;
            }
            offset = EventLog.next(order, offset);
        }
        offsets[count] = offset;
        return place;
    }

    private static boolean comesBefore(byte[] order, int at, Event event, EventPacker packer) {
        Event other = packer.unpack(order, at, event.statement().entityId());
        return Event.STATEMENT_ORDER.compare(other, event) < 0;
    }

    /** Tells what each statement from the new one on changes otherwise than it did before. */
    private void fold(byte[] order, byte[] longer, int place, int added, Ledger ledger) {
        now.clear();
        for (int i = 0; i < place; i++) {
            now.apply(longer, EventLog.start(longer, offsets[i]));
        }
        boolean late = place < count;
        if (late) {
            before.clear();
            for (int i = 0; i < place; i++) {
                before.apply(order, EventLog.start(order, offsets[i]));
            }
        }
        step(longer, EventLog.start(longer, offsets[place]), false, order, 0, ledger);
        for (int i = place; i < count; i++) {
            step(longer, EventLog.start(longer, offsets[i] + added), true, order, EventLog.start(order, offsets[i]),
                    ledger);
        }
    }

    private void step(byte[] longer, int at, boolean known, byte[] order, int atBefore, Ledger ledger) {
        change.clear();
        now.amounts.outstanding(change.subtracting());
        now.apply(longer, at);
        now.amounts.outstanding(change.adding());
        if (known) {
            before.amounts.outstanding(change.adding());
            before.apply(order, atBefore);
            before.amounts.outstanding(change.subtracting());
        }
        tell(longer, at, ledger);
    }

    private void tell(byte[] order, int at, Ledger ledger) {
        change.tell(ledger, PackedEvent.day(order, at), TYPES[PackedEvent.type(order, at)]);
    }

    /** An order folded from its bytes. */
    private final class Replay {

        private final OrderAmounts amounts = new OrderAmounts();
        /** Of each delivery so far, where in the bytes its id begins and ends, and how much it is. */
        private final int[] idFrom = new int[MOST + 1];
        private final int[] idTo = new int[MOST + 1];
        private final long[] quantities = new long[MOST + 1];
        private int deliveries;

        void clear() {
            amounts.clear();
            deliveries = 0;
        }

        void apply(byte[] bytes, int at) {
            int type = PackedEvent.type(bytes, at);
            in.from(bytes, PackedEvent.keyStart(bytes, at));
            in.unsigned();
            PackedText.skip(in);
            if (type == DELIVERED) {
                deliver(bytes);
            } else if (type == PLACED || type == AMENDED) {
                schedule(PackedEvent.month(bytes, at));
            } else {
                amounts.cancel();
            }
        }

        private void schedule(int known) {
            amounts.schedule();
            int month = known;
            for (int i = in.count(); i > 0; i--) {
                month += (int) in.signed();
                amounts.due(month, in.quantity());
            }
        }

        private void deliver(byte[] bytes) {
            long quantity = in.quantity();
            int from = in.position();
            PackedText.skip(in);
            int to = in.position();
            for (int i = 0; i < deliveries; i++) {
                if (Arrays.equals(bytes, idFrom[i], idTo[i], bytes, from, to)) {
                    amounts.deliver(quantity - quantities[i]);
                    quantities[i] = quantity;
                    return;
                }
            }
            idFrom[deliveries] = from;
            idTo[deliveries] = to;
            quantities[deliveries++] = quantity;
            amounts.deliver(quantity);
        }
    }
}
