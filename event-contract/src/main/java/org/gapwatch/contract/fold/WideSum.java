package org.gapwatch.contract.fold;

import java.math.BigInteger;

/** A sum that may pass 64 bits, in two's complement of 128. */
final class WideSum {

    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    void add(long value) {
        long sum = low + value;
        high += (value >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** The sum, or the limit where the sum is above it. For sums that are not negative. */
    long atMost(long limit) {
        return high == 0 && low >= 0 ? Math.min(low, limit) : limit;
    }

    BigInteger toBigInteger() {
        BigInteger unsignedLow = new BigInteger(Long.toUnsignedString(low));
        return BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow);
    }
}
