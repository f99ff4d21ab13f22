package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.oracle.Expected.Ahead;
import org.gapwatch.alerts.oracle.Expected.Figures;
import org.jspecify.annotations.Nullable;

/** The page's section "Measures": the figures of one day from what is known as of it. */
final class Gap {

    static final int HORIZON = 12;
    private static final int LOOK_AHEAD = 60;

    private Gap() {
    }

    static Figures coverage(Known known, LocalDate a) {
        BigInteger gap = BigInteger.ZERO;
        YearMonth peak = null;
        BigInteger extra = BigInteger.ZERO;
        List<Ahead> ahead = coverageAhead(known, a);
        for (int j = 0; j <= HORIZON; j++) {
            BigInteger shortfall = ahead.get(j).cumulativeDemand().subtract(ahead.get(j).cumulativeSupply());
            if (shortfall.compareTo(gap) > 0) {
                gap = shortfall;
                peak = ahead.get(j).month();
            }
            if (j >= 1) {
                extra = extra.max(Exact.ceilDiv(shortfall, j));
            }
        }
        return new Figures(gap, ahead.getLast().cumulativeDemand(), peak, extra);
    }

    static List<Ahead> coverageAhead(Known known, LocalDate a) {
        List<Ahead> ahead = new ArrayList<>();
        BigInteger dueBefore = BigInteger.ZERO;
        BigInteger supplyBefore = BigInteger.ZERO;
        for (int j = 0; j <= HORIZON; j++) {
            YearMonth m = YearMonth.from(a).plusMonths(j);
            BigInteger due = known.due(m);
            BigInteger supply = known.supply(a, m);
            ahead.add(new Ahead(m, due.subtract(dueBefore), supply.subtract(supplyBefore), due, supply));
            dueBefore = due;
            supplyBefore = supply;
        }
        return ahead;
    }

    static Figures output(Known known, LocalDate a) {
        YearMonth m = YearMonth.from(a);
        BigInteger base = known.reference(m);
        if (base.signum() == 0) {
            return new Figures(BigInteger.ZERO, BigInteger.ZERO, null, BigInteger.ZERO);
        }
        BigInteger gap = base.subtract(known.capacity(m));
        return new Figures(gap, base, closesIn(known, a), gap.max(BigInteger.ZERO));
    }

    private static @Nullable YearMonth closesIn(Known known, LocalDate a) {
        for (int j = 0; j <= LOOK_AHEAD; j++) {
            YearMonth m = YearMonth.from(a).plusMonths(j);
            if (known.capacity(m).compareTo(known.reference(m)) >= 0) {
                return m;
            }
        }
        return null;
    }

    static List<Ahead> outputAhead(Known known, LocalDate a) {
        List<Ahead> ahead = new ArrayList<>();
        for (int j = 0; j <= LOOK_AHEAD; j++) {
            YearMonth m = YearMonth.from(a).plusMonths(j);
            BigInteger reference = known.reference(m);
            BigInteger own = known.capacity(m);
            ahead.add(new Ahead(m, reference, own, reference, own));
        }
        return ahead;
    }
}
