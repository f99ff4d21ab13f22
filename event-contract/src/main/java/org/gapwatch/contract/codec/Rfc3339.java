package org.gapwatch.contract.codec;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps: RFC 3339 with a zone, at most nine fraction digits, and no leap second (docs/gap-model.md, "Ground
 * rules").
 */
final class Rfc3339 {

    private static final int DATE_AND_TIME = "2026-01-31T12:00:00".length();

    private Rfc3339() {
    }

    /** The instant, or null where the text is no such timestamp; whether its date is in range is not checked. */
    static @Nullable Instant parse(String text) {
        int length = text.length();
        if (length <= DATE_AND_TIME || length > DATE_AND_TIME + "+00:00".length() + 10) {
            return null;
        }
        char[] chars = text.toCharArray();
        LocalDate date = Dates.parse(chars, 0);
        int hour = Dates.twoDigits(chars, 11);
        int minute = Dates.twoDigits(chars, 14);
        int second = Dates.twoDigits(chars, 17);
        if (date == null || (chars[10] != 'T' && chars[10] != 't') || chars[13] != ':' || chars[16] != ':' || hour < 0
                || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        int zone = DATE_AND_TIME;
        int nanos = 0;
        if (chars[zone] == '.') {
            int unit = 100_000_000;
            for (zone++; zone < length && Characters.isDigit(chars[zone]); zone++) {
                nanos += (chars[zone] - '0') * unit;
                unit /= 10;
            }
            int digits = zone - DATE_AND_TIME - 1;
            if (digits == 0 || digits > 9) {
                return null;
            }
        }
        int offset = offsetSeconds(chars, zone);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        long seconds = date.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second - offset;
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** The zone's offset that all characters from an index on tell, or MIN_VALUE where they tell none. */
    private static int offsetSeconds(char[] chars, int zone) {
        int left = chars.length - zone;
        if (left == 1 && (chars[zone] == 'Z' || chars[zone] == 'z')) {
            return 0;
        }
        if (left != 6 || chars[zone + 3] != ':' || (chars[zone] != '+' && chars[zone] != '-')) {
            return Integer.MIN_VALUE;
        }
        int hours = Dates.twoDigits(chars, zone + 1);
        int minutes = Dates.twoDigits(chars, zone + 4);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return chars[zone] == '-' ? -seconds : seconds;
    }
}
