package org.gapwatch.alerts.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.alerts.oracle.Expected.Cause;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.junit.jupiter.api.Test;

/** Sums that pass 64 bits, for which small random sets are too small. */
class LargeSumsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final int ORDERS = 40_000;
    private static final List<Tranche> LARGEST = Collections
            .nCopies(500, new Tranche(LocalDate.of(2026, 4, 1), 1_000_000_000_000L));

    @Test
    void sumsBeyond64BitsAreExact() {
        BigInteger sum = BigInteger.valueOf(ORDERS).multiply(BigInteger.valueOf(500_000_000_000_000L));
        assertThat(sum.bitLength()).isGreaterThan(64);

        Capability core = new Capability("c");
        for (int i = 0; i < ORDERS; i++) {
            core.add(event("placed", i, DAY, new OrderStatement.Placed("O" + i, "c", LARGEST)));
        }
        Expected told = assess(core, DAY);
        assertThat(told.coverage().today().gap()).isEqualTo(sum);
        assertThat(told.coverage().today().base()).isEqualTo(sum);
        assertThat(told.why().parts()).isEqualTo(Map.of(Cause.ORDERED, sum, Cause.ELAPSED, BigInteger.ZERO));

        for (int i = 0; i < ORDERS; i++) {
            core.add(event("cancelled", i, DAY.plusDays(1), new OrderStatement.Cancelled("O" + i, "c")));
        }
        told = assess(core, DAY.plusDays(1));
        assertThat(told.coverage().today().gap()).isEqualTo(BigInteger.ZERO);
        assertThat(told.why().parts()).isEqualTo(
                Map.of(Cause.ORDERED, sum, Cause.CANCELLED, sum.negate(), Cause.ELAPSED, BigInteger.ZERO));
    }

    private static Expected assess(Capability core, LocalDate day) {
        return Told.of(Objects.requireNonNull(core.assess(day)));
    }

    private static Event event(String kind, int number, LocalDate day, OrderStatement statement) {
        Instant time = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Event("urn:large-sums", kind + number, time, statement);
    }
}
