package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.YearMonth;
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

/** The page's section "Order". */
final class Order {

    private final TreeMap<YearMonth, BigInteger> outstanding = new TreeMap<>();

    Order(List<OrderStatement> statements) {
        List<Tranche> schedule = List.of();
        Map<String, Long> deliveries = new HashMap<>();
        boolean cancelled = false;
        for (OrderStatement statement : statements) {
            switch (statement) {
                case Placed s -> {
                    schedule = s.schedule();
                    cancelled = false;
                }
                case Amended s -> {
                    schedule = s.schedule();
                    cancelled = false;
                }
                case Delivered s -> deliveries.put(s.deliveryId(), s.quantity());
                case Cancelled _ -> cancelled = true;
            }
        }
        if (!cancelled) {
            for (Tranche tranche : schedule) {
                outstanding.merge(
                        YearMonth.from(tranche.dueOn()),
                        BigInteger.valueOf(tranche.quantity()),
                        BigInteger::add);
            }
            BigInteger delivered = BigInteger.ZERO;
            for (long quantity : deliveries.values()) {
                delivered = delivered.add(BigInteger.valueOf(quantity));
            }
            for (Map.Entry<YearMonth, BigInteger> month : outstanding.entrySet()) {
                BigInteger taken = delivered.min(month.getValue());
                delivered = delivered.subtract(taken);
                month.setValue(month.getValue().subtract(taken));
            }
        }
    }

    /** What is outstanding and due in month {@code m} or earlier, thousandths. */
    BigInteger due(YearMonth m) {
        BigInteger due = BigInteger.ZERO;
        for (BigInteger quantity : outstanding.headMap(m, true).values()) {
            due = due.add(quantity);
        }
        return due;
    }
}
