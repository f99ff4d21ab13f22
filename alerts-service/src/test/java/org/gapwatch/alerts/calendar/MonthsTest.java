package org.gapwatch.alerts.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import org.junit.jupiter.api.Test;

class MonthsTest {

    @Test
    void agreesWithTheCalendarOnEveryDay() {
        LocalDate last = LocalDate.of(2106, 12, 31);
        for (LocalDate date = LocalDate.of(1989, 4, 1); !date.isAfter(last); date = date.plusDays(1)) {
            int day = Months.day(date);
            int month = Months.of(day);
            if (month != date.getLong(ChronoField.PROLEPTIC_MONTH) || Months.length(month) != date.lengthOfMonth()
                    || Months.lastDay(month) - day != date.lengthOfMonth() - date.getDayOfMonth()
                    || Months.threeMonthsBefore(day) != date.minusMonths(3).toEpochDay()) {
                throw new AssertionError(date + " is taken for another day");
            }
        }
    }

    @Test
    void threeMonthsBeforeAMonthsEndIsTheLastDayOfAShorterMonth() {
        assertThat(threeMonthsBefore("2026-05-31")).isEqualTo("2026-02-28");
        assertThat(threeMonthsBefore("2028-05-31")).isEqualTo("2028-02-29");
        assertThat(threeMonthsBefore("2026-05-15")).isEqualTo("2026-02-15");
        assertThat(Months.yearMonth(2026 * 12 + 11)).isEqualTo(YearMonth.of(2026, 12));
    }

    private static LocalDate threeMonthsBefore(String date) {
        return LocalDate.ofEpochDay(Months.threeMonthsBefore(Months.day(LocalDate.parse(date))));
    }
}
