package org.gapwatch.contract.fold;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Amended;
import org.gapwatch.contract.OrderStatement.Cancelled;
import org.gapwatch.contract.OrderStatement.Delivered;
import org.gapwatch.contract.OrderStatement.Placed;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.Statement;

/**
 * An order, folded (docs/gap-model.md, "Order"). Deliveries are kept by id and as a sum, so a statement costs the same
 * however many deliveries came before it.
 */
public final class OrderFold implements EntityFold {

    private final Map<String, Long> deliveries = new HashMap<>();
    private final WideSum delivered = new WideSum();
    private MonthAmounts schedule = MonthAmounts.NONE;
    /** At most 500 entries of 10^12 each. */
    private long scheduled;
    private boolean cancelled;

    OrderFold() {
    }

    @Override
    public void apply(Statement statement) {
        switch ((OrderStatement) statement) {
            case Placed p -> schedule(p.schedule());
            case Amended a -> schedule(a.schedule());
            case Delivered d -> deliver(d.deliveryId(), d.quantity());
            case Cancelled _ -> cancelled = true;
        }
    }

    /** What the schedule in force sums up to, in thousandths; 0 where there is none. */
    public long scheduled() {
        return scheduled;
    }

    /** What all deliveries sum up to, in thousandths; may pass 64 bits. */
    public BigInteger delivered() {
        return delivered.toBigInteger();
    }

    /** What is still to be delivered, in thousandths: the sum of {@link #amounts()}. */
    public long outstanding() {
        return cancelled ? 0 : scheduled - delivered.atMost(scheduled);
    }

    /** Whether the order is cancelled now. */
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public MonthAmounts amounts() {
        if (cancelled) {
            return MonthAmounts.NONE;
        }
        long left = delivered.atMost(scheduled);
        if (left == 0) {
            return schedule;
        }
        MonthAmounts.Builder result = new MonthAmounts.Builder(schedule.size());
        for (int i = 0; i < schedule.size(); i++) {
            long taken = Math.min(left, schedule.amount(i));
            left -= taken;
            result.add(schedule.month(i), schedule.amount(i) - taken);
        }
        return result.build();
    }

    private void schedule(List<Tranche> tranches) {
        TreeMap<Integer, Long> byMonth = new TreeMap<>();
        scheduled = 0;
        for (Tranche tranche : tranches) {
            byMonth.merge(MonthAmounts.month(tranche.dueOn()), tranche.quantity(), Long::sum);
            scheduled += tranche.quantity();
        }
        MonthAmounts.Builder result = new MonthAmounts.Builder(byMonth.size());
        byMonth.forEach(result::add);
        schedule = result.build();
        cancelled = false;
    }

    private void deliver(String deliveryId, long quantity) {
        Long replaced = deliveries.put(deliveryId, quantity);
        delivered.add(replaced == null ? quantity : quantity - replaced);
    }
}
