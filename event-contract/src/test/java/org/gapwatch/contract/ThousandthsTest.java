package org.gapwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThousandthsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "1, 1000", "1.2000, 1200", "12e-1, 1200", "0.001, 1", "-12.5, -12500",
            "1000000000, 1000000000000", "0.00000001e8, 1000", "1E+2, 100000", "100000e-8, 1", "0e999999999999, 0"})
    void readsByValue(String decimal, long expected) {
        assertThat(Thousandths.parse(decimal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.0001", "1e-4", "12.3456", "1e15", "1e99999999999999999999", "1e-99999999999999999999", "01", "+1",
            ".5", "5.", "NaN", "''", "'1 '", "0x1"})
    void refusesWhatIsNoWholeThousandths(String decimal) {
        assertThatThrownBy(() -> Thousandths.parse(decimal)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void equalsBigDecimal() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < 200_000; i++) {
            String text = number(random);
            char[] chars = ("x" + text + "9").toCharArray();
            long found = Thousandths.parse(chars, 1, text.length());

            BigDecimal expected = new BigDecimal(text).movePointRight(3).stripTrailingZeros();
            if (expected.scale() > 0) {
                assertThat(found).as(text).isEqualTo(Thousandths.NOT_WHOLE);
            } else if (expected.abs().compareTo(BigDecimal.TEN.pow(18)) >= 0) {
                assertThat(found).as(text).isEqualTo(Thousandths.TOO_LARGE);
            } else {
                assertThat(found).as(text).isEqualTo(expected.longValueExact());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12500, 12.5", "-3000, -3", "-5, -0.005", "1, 0.001", "10, 0.01", "120, 0.12", "1001, 1.001",
            "-9223372036854775808, -9223372036854775.808", "9223372036854775807, 9223372036854775.807"})
    void writesTheShortestDecimal(long thousandths, String expected) {
        assertThat(Thousandths.format(thousandths)).isEqualTo(expected);
        assertThat(Thousandths.format(BigInteger.valueOf(thousandths))).isEqualTo(expected);
    }

    @Test
    void writesAmountsBeyond64Bits() {
        BigInteger wide = BigInteger.TEN.pow(30).add(BigInteger.valueOf(120));
        assertThat(Thousandths.format(wide)).isEqualTo("1000000000000000000000000000.12");
        assertThat(Thousandths.format(BigInteger.TEN.pow(30).negate())).isEqualTo("-1000000000000000000000000000");
    }

    private static String number(RandomGenerator random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        text.append(random.nextBoolean() ? "0" : "" + random.nextInt(1, 10) + digits(random, random.nextInt(12)));
        if (random.nextBoolean()) {
            text.append('.').append(digits(random, random.nextInt(1, 8)));
        }
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E')
                    .append(random.nextBoolean() ? "" : random.nextBoolean() ? "+" : "-")
                    .append(random.nextInt(20));
        }
        return text.toString();
    }

    private static String digits(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextBoolean() ? 0 : random.nextInt(10));
        }
        return text.toString();
    }

    @Test
    void writesBehindWhatIsThere() {
        byte[] bytes = "[      ".getBytes(StandardCharsets.US_ASCII);
        int end = Thousandths.write(-12_050, bytes, 1);
        assertThat(new String(bytes, 0, end, StandardCharsets.US_ASCII)).isEqualTo("[-12.05");
    }
}
