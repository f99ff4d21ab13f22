package org.gapwatch.alerts.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number of whole thousandths of a capability's unit: a signed whole number of 128 bits (docs/gap-model.md,
 * "Ground rules"). A quantity is at most 10^12 thousandths, so that no sum the model takes comes near the bounds; where
 * one would pass them all the same, the operation throws {@link ArithmeticException}. Immutable.
 */
public final class Amount implements Comparable<Amount> {

    /** Nothing. */
    public static final Amount ZERO = new Amount(0, 0);

    private final long high;
    private final long low;

    private Amount(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** That many thousandths. */
    public static Amount of(long thousandths) {
        return thousandths == 0 ? ZERO : new Amount(thousandths >> 63, thousandths);
    }

    /** The amount whose two's complement has these words; {@link #high()} and {@link #low()} give them back. */
    public static Amount ofWords(long high, long low) {
        return new Amount(high, low);
    }

    /** That many thousandths, which must fit 128 bits. */
    public static Amount of(BigInteger thousandths) {
        if (thousandths.bitLength() > 127) {
            throw new ArithmeticException("An amount passes 128 bits: " + thousandths);
        }
        return new Amount(thousandths.shiftRight(64).longValue(), thousandths.longValue());
    }

    /** That many units, which must be whole thousandths, and fit 128 bits as such. */
    public static Amount of(BigDecimal units) {
        return of(units.movePointRight(3).toBigIntegerExact());
    }

    /** The high word of the two's complement: the sign's word where the amount fits a {@code long}. */
    public long high() {
        return high;
    }

    /** The low word of the two's complement: the amount itself where it fits a {@code long}. */
    public long low() {
        return low;
    }

    /** Whether the amount fits a {@code long}. */
    public boolean fitsLong() {
        return high == low >> 63;
    }

    /** -1, 0 or 1 as the amount is negative, zero or positive. */
    public int signum() {
        return high < 0 ? -1 : (high | low) == 0 ? 0 : 1;
    }

    /** This amount and the other together. */
    public Amount plus(Amount other) {
        long sum = low + other.low;
        if (fitsLong() && other.fitsLong() && ((low ^ sum) & (other.low ^ sum)) >= 0) {
            return of(sum);
        }
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        long words = high + other.high + carry;
        if (((high ^ words) & (other.high ^ words)) < 0) {
            throw new ArithmeticException("A sum passes 128 bits: " + this + " + " + other);
        }
        return new Amount(words, sum);
    }

    /** This amount less the other. */
    public Amount minus(Amount other) {
        long difference = low - other.low;
        if (fitsLong() && other.fitsLong() && ((low ^ other.low) & (low ^ difference)) >= 0) {
            return of(difference);
        }
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        long words = high - other.high - borrow;
        if (((high ^ other.high) & (high ^ words)) < 0) {
            throw new ArithmeticException("A difference passes 128 bits: " + this + " - " + other);
        }
        return new Amount(words, difference);
    }

    /** This amount with the other sign. */
    public Amount negated() {
        return ZERO.minus(this);
    }

    /** This amount so many times. */
    public Amount times(long factor) {
        if (fitsLong()) {
            return new Amount(Math.multiplyHigh(low, factor), low * factor);
        }
        return of(toBigInteger().multiply(BigInteger.valueOf(factor)));
    }

    /** This amount divided, rounded towards minus infinity; the divisor is positive. */
    public Amount floorDiv(long divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("The divisor must be positive: " + divisor);
        }
        if (fitsLong()) {
            return of(Math.floorDiv(low, divisor));
        }
        BigInteger[] parts = toBigInteger().divideAndRemainder(BigInteger.valueOf(divisor));
        return of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** This amount divided, rounded towards plus infinity; the divisor is positive. */
    public Amount ceilDiv(long divisor) {
        return negated().floorDiv(divisor).negated();
    }

    /** Whether this amount is at least so many thousandths of a base: {@code 1000 * this >= perMille * base}. */
    public boolean isAtLeast(int perMille, Amount base) {
        if (isSmall() && base.isSmall()) {
            return 1000 * low >= perMille * base.low;
        }
        return times(1000).compareTo(base.times(perMille)) >= 0;
    }

    private boolean isSmall() {
        return fitsLong() && isSmall(low);
    }

    /** Whether so many thousandths are fewer than 2^52: a thousand times as many, or the sum of hundreds, fits a long. */
    public static boolean isSmall(long thousandths) {
        return thousandths >> 52 == thousandths >> 63;
    }

    /** The larger one. */
    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount, or zero where it is negative. */
    public Amount orZeroIfNegative() {
        return high < 0 ? ZERO : this;
    }

    /** The amount as a number of any size. */
    public BigInteger toBigInteger() {
        if (fitsLong()) {
            return BigInteger.valueOf(low);
        }
        BigInteger unsignedLow = BigInteger.valueOf(low & Long.MAX_VALUE);
        return BigInteger.valueOf(high).shiftLeft(64).add(low < 0 ? unsignedLow.setBit(63) : unsignedLow);
    }

    @Override
    public int compareTo(Amount other) {
        return high != other.high ? Long.compare(high, other.high) : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amount amount && high == amount.high && low == amount.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low);
    }

    /** The thousandths as a whole decimal number. */
    @Override
    public String toString() {
        return fitsLong() ? Long.toString(low) : toBigInteger().toString();
    }
}
