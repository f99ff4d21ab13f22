package org.gapwatch.alerts.episode;

import java.util.Arrays;

/** The trend of every day so far, kept as the days on which it changed. */
final class TrendHistory {

    private static final Trend[] TRENDS = Trend.values();

    /** Each change as {@code day << 2 | trend}; the trend is HOLDING before the first. */
    private int[] changes = {};
    private int size;

    /** The trend of the last day. */
    Trend last() {
        return trend(size - 1);
    }

    /** Adds the trend of the next day. */
    void add(int day, Trend trend) {
        if (trend == last()) {
            return;
        }
        if (size == changes.length) {
            changes = Arrays.copyOf(changes, size + size / 4 + 4);
        }
        changes[size++] = day << 2 | trend.ordinal();
    }

    /** Forgets the days from one on. */
    void rewind(int day) {
        while (size > 0 && day(size - 1) >= day) {
            size--;
        }
    }

    /** The first of the last days in a row that are not WIDENING, where some earlier day was and the last one is not. */
    int notWideningSince() {
        int since = size - 1;
        while (trend(since - 1) != Trend.WIDENING) {
            since--;
        }
        return day(since);
    }

    private int day(int index) {
        return changes[index] >> 2;
    }

    private Trend trend(int index) {
        return index < 0 ? Trend.HOLDING : TRENDS[changes[index] & 3];
    }
}
