package org.gapwatch.alerts.api;

import java.math.BigDecimal;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.Thousandths;

/** Amounts as JSON numbers. */
final class Decimal {

    private Decimal() {
    }

    /** In the shortest form. */
    static BigDecimal of(Amount amount) {
        return new BigDecimal(Thousandths.format(amount.toBigInteger()));
    }
}
