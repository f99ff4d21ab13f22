package org.gapwatch.contract.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WideSumTest {

    @Test
    void equalsBigIntegerFarBeyond64Bits() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        WideSum sum = new WideSum();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextInt(3) == 0 ? Long.MAX_VALUE - random.nextInt(3) : random.nextLong();
            sum.add(value);
            expected = expected.add(BigInteger.valueOf(value));
            assertThat(sum.toBigInteger()).isEqualTo(expected);
        }
        assertThat(expected).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
        assertThat(sum.atMost(500)).isEqualTo(500);
    }

    @Test
    void atMostIsTheSumWhereItIsBelowTheLimit() {
        WideSum sum = new WideSum();
        sum.add(Long.MAX_VALUE);
        sum.add(-1);
        assertThat(sum.atMost(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
        sum.add(2);
        assertThat(sum.atMost(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        sum.add(-2);
        assertThat(sum.atMost(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
    }
}
