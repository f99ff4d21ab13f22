package org.gapwatch.alerts.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The last year of a measure's series, one value a week.
 *
 * @param until the day of the last value
 * @param gaps oldest first, the last one today's; fewer than 53 where the series is younger than a year
 */
public record Sparkline(String capability, String measure, LocalDate until, List<BigDecimal> gaps) {

    private static final int WEEKS = 52;

    /** The years that a sparkline up to that day takes its values from. */
    static IntStream years(String asOf) {
        var until = LocalDate.parse(asOf);
        return IntStream.rangeClosed(until.minusWeeks(WEEKS).getYear(), until.getYear());
    }

    /** The values of a series, told by its ascending steps, on the weeks up to a head's day. */
    static Sparkline of(GapHead head, List<SeriesStep> steps) {
        var until = LocalDate.parse(head.asOf());
        var gaps = new ArrayList<BigDecimal>(WEEKS + 1);
        int next = 0;
        for (int week = WEEKS; week >= 0; week--) {
            var day = until.minusWeeks(week);
            while (next < steps.size() && steps.get(next).until().isBefore(day)) {
                next++;
            }
            if (next < steps.size() && !steps.get(next).from().isAfter(day)) {
                gaps.add(new BigDecimal(steps.get(next).gap()));
            }
        }
        return new Sparkline(head.capability(), head.measure(), until, gaps);
    }
}
