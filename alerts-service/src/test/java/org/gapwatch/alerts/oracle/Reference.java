package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.ReferenceStatement.Assessed;

/** The page's section "Reference output". */
final class Reference {

    private final TreeMap<YearMonth, BigInteger> steps = new TreeMap<>();

    Reference(List<ReferenceStatement> statements) {
        for (ReferenceStatement statement : statements) {
            switch (statement) {
                case Assessed s -> steps.put(YearMonth.from(s.effectiveOn()), BigInteger.valueOf(s.monthlyOutput()));
            }
        }
    }

    /** The output in month {@code m}, thousandths. */
    BigInteger output(YearMonth m) {
        Map.Entry<YearMonth, BigInteger> latest = steps.floorEntry(m);
        return latest == null ? BigInteger.ZERO : latest.getValue();
    }
}
