package org.gapwatch.alerts.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    private static final int ROUNDS = 20_000;
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void computesAsNumbersOfAnySizeDo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            BigInteger a = number(random, 100);
            BigInteger b = number(random, 100);
            long factor = number(random, 20).longValueExact();
            long divisor = 1 + random.nextInt(1 << random.nextInt(1, 31));
            Amount x = Amount.of(a);
            Amount y = Amount.of(b);
            assertThat(x.toBigInteger()).isEqualTo(a);
            assertThat(Amount.ofWords(x.high(), x.low())).isEqualTo(x).hasSameHashCodeAs(x);
            assertThat(x).hasToString(a.toString());
            assertThat(x.plus(y)).isEqualTo(Amount.of(a.add(b)));
            assertThat(x.minus(y)).isEqualTo(Amount.of(a.subtract(b)));
            assertThat(x.negated()).isEqualTo(Amount.of(a.negate()));
            assertThat(x.times(factor)).isEqualTo(Amount.of(a.multiply(BigInteger.valueOf(factor))));
            assertThat(x.floorDiv(divisor)).isEqualTo(Amount.of(floorDiv(a, divisor)));
            assertThat(x.ceilDiv(divisor)).isEqualTo(Amount.of(floorDiv(a.negate(), divisor).negate()));
            assertThat(x.compareTo(y)).isEqualTo(a.compareTo(b));
            assertThat(x.equals(y)).isEqualTo(a.equals(b));
            assertThat(x.signum()).isEqualTo(a.signum());
            assertThat(x.max(y)).isEqualTo(Amount.of(a.max(b)));
            assertThat(x.orZeroIfNegative()).isEqualTo(Amount.of(a.max(BigInteger.ZERO)));
            assertThat(x.fitsLong()).isEqualTo(a.bitLength() < 64);
            assertThat(x.isAtLeast(25, y)).isEqualTo(
                    a.multiply(BigInteger.valueOf(1000)).compareTo(b.multiply(BigInteger.valueOf(25))) >= 0);
        }
    }

    @Test
    void comparesPerMilleToTheThousandth() {
        assertThat(Amount.of(50).isAtLeast(50, Amount.of(1000))).isTrue();
        assertThat(Amount.of(49).isAtLeast(50, Amount.of(1000))).isFalse();
        assertThat(Amount.of(50).isAtLeast(50, Amount.of(1001))).isFalse();
        assertThat(Amount.of(Long.MAX_VALUE).isAtLeast(1000, Amount.of(Long.MAX_VALUE))).isTrue();
        assertThat(Amount.of(Long.MAX_VALUE - 1).isAtLeast(1000, Amount.of(Long.MAX_VALUE))).isFalse();
    }

    @Test
    void neverOverflowsInSilence() {
        Amount most = Amount.of(MAX);
        Amount least = Amount.of(MAX.negate().subtract(BigInteger.ONE));
        assertThatThrownBy(() -> most.plus(Amount.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(Amount.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Amount.of(MAX.add(BigInteger.ONE))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.floorDiv(0)).isInstanceOf(ArithmeticException.class);
    }

    /** Of any length up to some bits, and often close to where a word ends. */
    private static BigInteger number(Random random, int bits) {
        BigInteger number = switch (random.nextInt(4)) {
            case 0 -> BigInteger.ONE.shiftLeft(random.nextInt(bits)).add(BigInteger.valueOf(random.nextInt(5) - 2));
            case 1 -> BigInteger.valueOf(random.nextInt(2001));
            default -> new BigInteger(random.nextInt(1, bits), random);
        };
        return random.nextBoolean() ? number : number.negate();
    }

    private static BigInteger floorDiv(BigInteger number, long divisor) {
        BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(divisor));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
