package org.gapwatch.contract.fold;

import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.ReferenceStatement.Assessed;
import org.gapwatch.contract.Statement;

/** What another party is assessed to make, folded (docs/gap-model.md, "Reference output"). */
public final class ReferenceFold implements EntityFold {

    private final TreeMap<Integer, Long> outputs = new TreeMap<>();

    ReferenceFold() {
    }

    @Override
    public void apply(Statement statement) {
        switch ((ReferenceStatement) statement) {
            case Assessed a -> outputs.put(MonthAmounts.month(a.effectiveOn()), a.monthlyOutput());
        }
    }

    /** The output in a month ({@link MonthAmounts#month}), in thousandths. */
    public long output(int month) {
        Map.Entry<Integer, Long> latest = outputs.floorEntry(month);
        return latest == null ? 0 : latest.getValue();
    }

    @Override
    public MonthAmounts amounts() {
        MonthAmounts.Builder result = new MonthAmounts.Builder(outputs.size());
        long before = 0;
        for (Map.Entry<Integer, Long> step : outputs.entrySet()) {
            result.add(step.getKey(), step.getValue() - before);
            before = step.getValue();
        }
        return result.build();
    }
}
