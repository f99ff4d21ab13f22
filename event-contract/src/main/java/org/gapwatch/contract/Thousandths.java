package org.gapwatch.contract;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Exact decimals with at most three fraction digits, as whole thousandths (docs/gap-model.md, "Ground rules"). */
public final class Thousandths {

    /** What {@link #parse(char[], int, int)} answers for a value that is not whole thousandths. */
    public static final long NOT_WHOLE = Long.MIN_VALUE;
    /** What {@link #parse(char[], int, int)} answers for whole thousandths of 10^18 or more, either side of 0. */
    public static final long TOO_LARGE = Long.MIN_VALUE + 1;

    /** As many bytes as the decimal of a {@code long} has at most: a sign, 16 digits, a point and 3 digits. */
    public static final int MOST_BYTES = 21;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Thousandths() {
    }

    /**
     * Reads a JSON number by its value, whatever its spelling: {@code 1.2000} and {@code 12e-1} are 1200.
     *
     * @param chars holds the text of a JSON number, of which no syntax is checked here
     * @return the thousandths, {@link #NOT_WHOLE} or {@link #TOO_LARGE}
     */
    public static long parse(char[] chars, int offset, int length) {
        int end = offset + length;
        int i = offset;
        boolean negative = chars[i] == '-';
        if (negative) {
            i++;
        }
        long digits = 0;
        int kept = 0; // significant digits in "digits"
        int zeros = 0; // zeros since, significant only if another digit follows
        long scale = 0; // the value is digits * 10^(zeros + scale)
        boolean fraction = false;
        for (; i < end; i++) {
            char c = chars[i];
            if (c == '.') {
                fraction = true;
            } else if (c == '0') {
                zeros += kept == 0 ? 0 : 1;
                scale -= fraction ? 1 : 0;
            } else if (c >= '1' && c <= '9') {
                scale -= fraction ? 1 : 0;
                kept += zeros + 1;
                if (kept <= 18) {
                    digits = digits * POWERS[zeros + 1] + (c - '0');
                }
                zeros = 0;
            } else {
                break;
            }
        }
        if (kept == 0) {
            return 0;
        }
        if (i < end) {
            scale += exponent(chars, i + 1, end);
        }
        long power = zeros + scale + 3;
        if (power < 0) {
            return NOT_WHOLE;
        }
        if (kept + power > 18) {
            return TOO_LARGE;
        }
        long result = digits * POWERS[(int) power];
        return negative ? -result : result;
    }

    /** Saturates far beyond what any number of digits could make up for. */
    private static long exponent(char[] chars, int offset, int end) {
        boolean negative = chars[offset] == '-';
        long result = 0;
        for (int i = negative || chars[offset] == '+' ? offset + 1 : offset; i < end; i++) {
            result = Math.min(result * 10 + (chars[i] - '0'), Integer.MAX_VALUE);
        }
        return negative ? -result : result;
    }

    /**
     * Reads a decimal number.
     *
     * @throws NumberFormatException where it is no JSON number, is not whole thousandths, or is 10^15 or more
     */
    public static long parse(String decimal) {
        if (!decimal.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            throw new NumberFormatException("Not a decimal number: " + decimal);
        }
        long result = parse(decimal.toCharArray(), 0, decimal.length());
        if (result == NOT_WHOLE || result == TOO_LARGE) {
            throw new NumberFormatException(
                    (result == NOT_WHOLE ? "More than three fraction digits: " : "Too large: ") + decimal);
        }
        return result;
    }

    /** The shortest decimal: {@code 12500} is {@code 12.5}. */
    public static String format(long thousandths) {
        byte[] ascii = new byte[MOST_BYTES];
        return new String(ascii, 0, write(thousandths, ascii, 0), StandardCharsets.US_ASCII);
    }

    /** The shortest decimal of an amount that may pass 64 bits. */
    public static String format(BigInteger thousandths) {
        if (thousandths.bitLength() < 64) {
            return format(thousandths.longValue());
        }
        return new java.math.BigDecimal(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    /**
     * Writes the shortest decimal as ASCII, at most {@value #MOST_BYTES} bytes.
     *
     * @return the index behind it
     */
    public static int write(long thousandths, byte[] bytes, int offset) {
        int at = offset;
        long whole = thousandths / 1000;
        int rest = (int) Math.abs(thousandths % 1000);
        if (thousandths < 0) {
            bytes[at++] = '-';
            whole = -whole;
        }
        at += digits(whole);
        int behind = at;
        do {
            bytes[--at] = (byte) ('0' + whole % 10);
            whole /= 10;
        } while (whole != 0);
        at = behind;
        if (rest != 0) {
            bytes[at++] = '.';
            for (int place = 100; rest != 0; place /= 10) {
                bytes[at++] = (byte) ('0' + rest / place);
                rest %= place;
            }
        }
        return at;
    }

    private static int digits(long whole) {
        int digits = 1;
        for (long rest = whole; rest > 9; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
