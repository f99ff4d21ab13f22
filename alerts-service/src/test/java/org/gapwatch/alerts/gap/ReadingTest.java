package org.gapwatch.alerts.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.number.Amount;
import org.junit.jupiter.api.Test;

/** A reading compares exactly, whether its numbers are small, just not small any more, or beyond 64 bits. */
class ReadingTest {

    private static final List<BigInteger> NUMBERS = numbers();
    private static final int[] PER_MILLE = {25, 50, 150, 200, 500};

    @Test
    void comparesAsNumbersOfAnySizeDo() {
        for (BigInteger gap : NUMBERS) {
            for (BigInteger before : NUMBERS) {
                for (BigInteger base : NUMBERS) {
                    if (base.signum() >= 0) {
                        check(gap, before, base);
                    }
                }
            }
        }
    }

    private static void check(BigInteger gap, BigInteger before, BigInteger base) {
        Reading reading = new Reading();
        reading.set(Amount.of(gap), Amount.of(base));
        compare(reading, before);
        checkReading(reading, gap, before, base);
        if (gap.bitLength() < 64 && base.bitLength() < 64) {
            reading.set(gap.longValue(), base.longValue());
            compare(reading, before);
            checkReading(reading, gap, before, base);
        }
    }

    private static void compare(Reading reading, BigInteger before) {
        if (before.bitLength() < 64) {
            reading.compareWith(before.longValue());
        } else {
            reading.compareWith(Amount.of(before));
        }
    }

    private static void checkReading(Reading reading, BigInteger gap, BigInteger before, BigInteger base) {
        BigInteger change = gap.max(BigInteger.ZERO).subtract(before.max(BigInteger.ZERO));
        assertThat(reading.gap().toBigInteger()).isEqualTo(gap);
        assertThat(reading.base().toBigInteger()).isEqualTo(base);
        assertThat(reading.change().toBigInteger()).isEqualTo(change);
        assertThat(reading.gapSignum()).isEqualTo(gap.signum());
        for (int perMille : PER_MILLE) {
            assertThat(reading.isAtLeast(perMille)).isEqualTo(isAtLeast(gap, perMille, base));
            assertThat(reading.grewBy(perMille)).isEqualTo(change.signum() > 0 && isAtLeast(change, perMille, base));
            assertThat(reading.shrankBy(perMille))
                    .isEqualTo(change.signum() < 0 && isAtLeast(change.negate(), perMille, base));
        }
    }

    private static boolean isAtLeast(BigInteger value, int perMille, BigInteger base) {
        return value.multiply(BigInteger.valueOf(1000)).compareTo(base.multiply(BigInteger.valueOf(perMille))) >= 0;
    }

    private static List<BigInteger> numbers() {
        List<BigInteger> numbers = new ArrayList<>();
        for (long number : new long[]{0, 1, 19, 20, 1L << 50, (1L << 52) - 1, 1L << 52, (1L << 52) / 40, 1L << 56,
                Long.MAX_VALUE}) {
            numbers.add(BigInteger.valueOf(number));
        }
        numbers.add(BigInteger.TWO.pow(63));
        numbers.add(BigInteger.TWO.pow(90).subtract(BigInteger.ONE));
        for (BigInteger number : List.copyOf(numbers)) {
            numbers.add(number.negate());
        }
        return numbers;
    }
}
