package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.ReferenceStatement;

/**
 * What is told about one line, party or order.
 *
 * @param statements what is stated about it, in statement order, each once
 * @param months of an order what is outstanding in each due month where anything is; of the others the monthly quantity
 *            from each month on in which it changes; whole thousandths
 */
public record ExpectedEntity(EntityKind kind, String capability, String id, List<Event> statements,
        Map<YearMonth, BigInteger> months) {

    private static final YearMonth FIRST = YearMonth.of(1990, 1);
    private static final YearMonth LAST = YearMonth.of(2100, 12);

    static ExpectedEntity of(List<Event> inOrder) {
        var first = inOrder.getFirst().statement();
        return new ExpectedEntity(first.entityKind(), first.capability(), first.entityId(), inOrder,
                switch (first.entityKind()) {
                    case LINE -> changes(new Line(statements(inOrder, LineStatement.class))::capacity, false);
                    case REFERENCE -> changes(new Reference(statements(inOrder, ReferenceStatement.class))::output,
                            false);
                    case ORDER -> changes(new Order(statements(inOrder, OrderStatement.class))::due, true);
                });
    }

    private static <T> List<T> statements(List<Event> events, Class<T> type) {
        return events.stream().map(event -> type.cast(event.statement())).toList();
    }

    /** The months in which a quantity changes: what it changes to, or by how much. */
    private static Map<YearMonth, BigInteger> changes(Function<YearMonth, BigInteger> quantity, boolean byHowMuch) {
        var changes = new TreeMap<YearMonth, BigInteger>();
        BigInteger before = BigInteger.ZERO;
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            BigInteger now = quantity.apply(month);
            if (!now.equals(before)) {
                changes.put(month, byHowMuch ? now.subtract(before) : now);
            }
            before = now;
        }
        return changes;
    }

    /** All entities that events are about. */
    static List<ExpectedEntity> all(List<Event> distinctInOrder) {
        record Name(EntityKind kind, String capability, String id) {
        }
        var byName = new LinkedHashMap<Name, List<Event>>();
        for (Event event : distinctInOrder) {
            var s = event.statement();
            byName.computeIfAbsent(new Name(s.entityKind(), s.capability(), s.entityId()), _ -> new ArrayList<>())
                    .add(event);
        }
        return byName.values().stream().map(ExpectedEntity::of).toList();
    }
}
