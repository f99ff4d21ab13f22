package org.gapwatch.contract.fold;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final OrderAmounts amounts = new OrderAmounts();

    OrderFold() {
    }

    @Override
    public void apply(Statement statement) {
        switch ((OrderStatement) statement) {
            case Placed p -> schedule(p.schedule());
            case Amended a -> schedule(a.schedule());
            case Delivered d -> deliver(d.deliveryId(), d.quantity());
            case Cancelled _ -> amounts.cancel();
        }
    }

    /** What the schedule in force sums up to, in thousandths; 0 where there is none. */
    public long scheduled() {
        return amounts.scheduled();
    }

    /** What all deliveries sum up to, in thousandths; may pass 64 bits. */
    public BigInteger delivered() {
        return amounts.delivered();
    }

    /** What is still to be delivered, in thousandths: the sum of {@link #amounts()}. */
    public long outstanding() {
        return amounts.outstanding();
    }

    /** Whether the order is cancelled now. */
    public boolean cancelled() {
        return amounts.cancelled();
    }

    @Override
    public MonthAmounts amounts() {
        MonthAmounts.Builder result = new MonthAmounts.Builder(amounts.size());
        amounts.outstanding(result::add);
        return result.build();
    }

    private void schedule(List<Tranche> tranches) {
        amounts.schedule();
        tranches.forEach(tranche -> amounts.due(MonthAmounts.month(tranche.dueOn()), tranche.quantity()));
    }

    private void deliver(String deliveryId, long quantity) {
        Long replaced = deliveries.put(deliveryId, quantity);
        amounts.deliver(replaced == null ? quantity : quantity - replaced);
    }
}
