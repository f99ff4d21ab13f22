package org.gapwatch.alerts.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/** Which days a month has, and which month a day lies in; from 1989, three months before any day, to 2106. */
public final class Months {

    private static final int FIRST = 1989 * 12;
    private static final int LAST = 2106 * 12 + 11;
    /** The epoch day on which each month begins, and the day after the last month. */
    private static final int[] STARTS = new int[LAST - FIRST + 2];

    static {
        for (int i = 0; i < STARTS.length; i++) {
            STARTS[i] = Math.toIntExact(yearMonth(FIRST + i).atDay(1).toEpochDay());
        }
    }

    private Months() {
    }

    /** The month in which a day lies. */
    public static int of(int day) {
        // 400 years are 146,097 days; the estimate is at most one month off.
        int month = 1970 * 12 + (int) Math.floorDiv(day * 4800L, 146_097L);
        if (day < firstDay(month)) {
            return month - 1;
        }
        return day < firstDay(month + 1) ? month : month + 1;
    }

    /** The first day of a month. */
    public static int firstDay(int month) {
        return STARTS[month - FIRST];
    }

    /** How many days a month has. */
    public static int length(int month) {
        return firstDay(month + 1) - firstDay(month);
    }

    /** The last day of a month. */
    public static int lastDay(int month) {
        return firstDay(month + 1) - 1;
    }

    /** The same day three months before; the month's last day where that month is shorter. */
    public static int threeMonthsBefore(int day) {
        int month = of(day);
        int before = month - 3;
        return firstDay(before) + Math.min(day - firstDay(month), length(before) - 1);
    }

    /** The month as a value. */
    public static YearMonth yearMonth(int month) {
        return YearMonth.of(month / 12, month % 12 + 1);
    }

    /** The number of a day. */
    public static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
