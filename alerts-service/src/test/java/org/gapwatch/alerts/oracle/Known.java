package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.ReferenceStatement;

/** Everything known about one capability at one time: its entities folded, and the sums over them. */
final class Known {

    private final List<Line> lines = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    // The same sums are asked for day after day; they are remembered, nothing else.
    private final Map<YearMonth, BigInteger> capacities = new HashMap<>();
    private final Map<YearMonth, BigInteger> outputs = new HashMap<>();
    private final Map<YearMonth, BigInteger> dues = new HashMap<>();

    /** @param events of one capability, in statement order, each once */
    Known(List<Event> events) {
        Map<String, List<LineStatement>> byLine = new LinkedHashMap<>();
        Map<String, List<ReferenceStatement>> byParty = new LinkedHashMap<>();
        Map<String, List<OrderStatement>> byOrder = new LinkedHashMap<>();
        for (Event event : events) {
            switch (event.statement()) {
                case LineStatement s -> byLine.computeIfAbsent(s.lineId(), _ -> new ArrayList<>()).add(s);
                case ReferenceStatement s -> byParty.computeIfAbsent(s.party(), _ -> new ArrayList<>()).add(s);
                case OrderStatement s -> byOrder.computeIfAbsent(s.orderId(), _ -> new ArrayList<>()).add(s);
            }
        }
        byLine.values().forEach(statements -> lines.add(new Line(statements)));
        byParty.values().forEach(statements -> references.add(new Reference(statements)));
        byOrder.values().forEach(statements -> orders.add(new Order(statements)));
    }

    /** C(m), which is P(m) too. */
    BigInteger capacity(YearMonth m) {
        return capacities.computeIfAbsent(m, _ -> sum(lines, line -> line.capacity(m)));
    }

    /** R(m). */
    BigInteger reference(YearMonth m) {
        return outputs.computeIfAbsent(m, _ -> sum(references, reference -> reference.output(m)));
    }

    /** Outstanding of all orders due in month {@code m} or earlier: D(j) for m = M + j. */
    BigInteger due(YearMonth m) {
        return dues.computeIfAbsent(m, _ -> sum(orders, order -> order.due(m)));
    }

    private static <T> BigInteger sum(List<T> entities, Function<T, BigInteger> amount) {
        BigInteger sum = BigInteger.ZERO;
        for (T entity : entities) {
            sum = sum.add(amount.apply(entity));
        }
        return sum;
    }

    /** What the lines can still make from day {@code a} to the end of month {@code m}: S(j) for m = M + j. */
    BigInteger supply(LocalDate a, YearMonth m) {
        YearMonth first = YearMonth.from(a);
        BigInteger sum = leftOfMonth(a, capacity(first));
        for (YearMonth next = first.plusMonths(1); !next.isAfter(m); next = next.plusMonths(1)) {
            sum = sum.add(capacity(next));
        }
        return sum;
    }

    /** {@code floorDiv(x * (n - d), n)}, where day {@code a} is the d-th of a month of n days. */
    static BigInteger leftOfMonth(LocalDate a, BigInteger x) {
        int n = a.lengthOfMonth();
        return Exact.floorDiv(x.multiply(BigInteger.valueOf(n - a.getDayOfMonth())), n);
    }
}
