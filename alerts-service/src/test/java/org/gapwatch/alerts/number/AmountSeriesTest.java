package org.gapwatch.alerts.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountSeriesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void holdsWhatAPlainListHolds(long seed) {
        Random random = new Random(seed);
        AmountSeries series = new AmountSeries();
        List<Amount> plain = new ArrayList<>();
        boolean wide = seed % 2 == 0;
        for (int round = 0; round < 60; round++) {
            int from = random.nextInt(plain.size() + 1);
            if (random.nextInt(3) == 0) {
                series.truncate(from);
                plain.subList(from, plain.size()).clear();
            }
            Amount amount = amount(random, wide && round > 20);
            for (int i = from; i < from + random.nextInt(200); i++) {
                amount = random.nextInt(40) == 0 ? amount(random, wide && round > 20) : amount;
                series.set(i, amount.high(), amount.low());
                if (i < plain.size()) {
                    plain.set(i, amount);
                } else {
                    plain.add(amount);
                }
            }
            check(series, plain);
        }
    }

    private static void check(AmountSeries series, List<Amount> plain) {
        assertThat(series.size()).isEqualTo(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            assertThat(series.get(i)).as("amount %d", i).isEqualTo(plain.get(i));
            Amount amount = plain.get(i);
            assertThat(series.low(i)).isEqualTo(amount.low());
            assertThat(series.holds(i, amount.high(), amount.low())).isTrue();
            assertThat(series.holds(i, amount.high(), amount.low() + 1)).isFalse();
            assertThat(series.holds(i, amount.high() + 1, amount.low())).isFalse();
            int other = (i * 7 + 3) % plain.size();
            assertThat(series.same(i, other)).isEqualTo(plain.get(i).equals(plain.get(other)));
        }
    }

    private static Amount amount(Random random, boolean wide) {
        return wide && random.nextBoolean()
                ? Amount.of(new BigInteger(90, random).negate())
                : Amount.of(random.nextInt(3) - 1);
    }
}
