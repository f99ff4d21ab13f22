package org.gapwatch.contract.codec;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/** Reads calendar dates and RFC 3339 timestamps from characters (docs/gap-model.md, "Ground rules"). */
final class Dates {

    static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private Dates() {
    }

    static boolean inRange(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /** The date written as YYYY-MM-DD in all of the characters, or null where they are none. */
    static @Nullable LocalDate parse(char[] chars, int offset, int length) {
        return length == 10 ? parse(chars, offset) : null;
    }

    /** The date in the ten characters from an offset on. */
    static @Nullable LocalDate parse(char[] chars, int offset) {
        if (chars[offset + 4] != '-' || chars[offset + 7] != '-') {
            return null;
        }
        int high = twoDigits(chars, offset);
        int low = twoDigits(chars, offset + 2);
        int month = twoDigits(chars, offset + 5);
        int day = twoDigits(chars, offset + 8);
        if (high < 0 || low < 0 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        int year = 100 * high + low;
        return day <= lengthOfMonth(year, month) ? LocalDate.of(year, month, day) : null;
    }

    private static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** The number of two digits at an offset, or a negative number where they are none. */
    static int twoDigits(char[] chars, int offset) {
        int tens = chars[offset];
        int ones = chars[offset + 1];
        return Characters.isDigit(tens) && Characters.isDigit(ones) ? 10 * (tens - '0') + ones - '0' : -1;
    }
}
