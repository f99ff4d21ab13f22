package org.gapwatch.alerts.oracle;

import java.math.BigInteger;

/** The page's division words, on numbers of any size. */
final class Exact {

    private Exact() {
    }

    static BigInteger floorDiv(BigInteger x, long n) {
        BigInteger[] parts = x.divideAndRemainder(BigInteger.valueOf(n));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    static BigInteger ceilDiv(BigInteger x, long n) {
        return floorDiv(x.negate(), n).negate();
    }

    /** Whether {@code 1000 * x >= perMille * of}. */
    static boolean reaches(BigInteger x, int perMille, BigInteger of) {
        return x.multiply(BigInteger.valueOf(1000)).compareTo(of.multiply(BigInteger.valueOf(perMille))) >= 0;
    }
}
