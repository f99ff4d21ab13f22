package org.gapwatch.alerts.inquiry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.episode.Trend;
import org.gapwatch.alerts.gap.Reading;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A measure on a past day, as its series tells it now (docs/gap-model.md, "Alerts").
 *
 * @param change the gap, where positive, less that of the same day three months before
 * @param level the severity by the plain thresholds; null where there is no gap
 */
public record PastDay(Amount gap, Amount base, Amount change, Trend trend, @Nullable Severity level) {

    /** No month is longer, so that the day three months before lies within. */
    private static final int THREE_MONTHS = 93;

    /** Days, both included, on which gap and base stay the same. */
    public record Step(LocalDate from, LocalDate until, Amount gap, Amount base) {
    }

    /**
     * The day, from a part of the series that ends with it or later.
     *
     * @param steps ascending, without holes, one at least
     * @param whole whether they are from the beginning of the series
     * @return null where the part is too short to tell the trend, which may last since long before
     * @throws IllegalArgumentException where the day is none of the series
     */
    public static @Nullable PastDay of(List<Step> steps, boolean whole, LocalDate day) {
        return new Days(steps, Math.toIntExact(day.toEpochDay())).fold(whole);
    }

    /** The days up to the one asked for, by index. */
    private static final class Days {

        private final int first;
        private final int last;
        private final Amount[] gaps;
        private final Amount[] bases;

        Days(List<Step> steps, int last) {
            first = Math.toIntExact(steps.getFirst().from().toEpochDay());
            this.last = last;
            if (last < first || last > steps.getLast().until().toEpochDay()) {
                throw new IllegalArgumentException("not a day of the series: " + LocalDate.ofEpochDay(last));
            }
            gaps = new Amount[last - first + 1];
            bases = new Amount[gaps.length];
            for (Step step : steps) {
                int from = Math.min(Math.toIntExact(step.from().toEpochDay()) - first, gaps.length);
                int until = Math.min(Math.toIntExact(step.until().toEpochDay()) + 1 - first, gaps.length);
                Arrays.fill(gaps, from, until, step.gap());
                Arrays.fill(bases, from, until, step.base());
            }
        }

        /** Whatever the trend was before, after some days it is the same: or it is not known. */
        @Nullable
        PastDay fold(boolean whole) {
            Set<Trend> trends = whole ? EnumSet.of(Trend.HOLDING) : EnumSet.allOf(Trend.class);
            Reading reading = null;
            for (int day = whole ? first : first + THREE_MONTHS; day <= last; day++) {
                reading = reading(day);
                Set<Trend> next = EnumSet.noneOf(Trend.class);
                for (Trend trend : trends) {
                    next.add(Trend.of(trend, reading));
                }
                trends = next;
            }
            if (reading == null || trends.size() > 1) {
                return null;
            }
            return new PastDay(reading.gap(), reading.base(), reading.change(), trends.iterator().next(),
                    reading.gapSignum() > 0 ? Severity.of(reading) : null);
        }

        private Reading reading(int day) {
            Amount gap = gaps[day - first];
            int before = Months.threeMonthsBefore(day) - first;
            Amount gapBefore = before < 0 ? Amount.ZERO : gaps[before].orZeroIfNegative();
            return Reading.of(gap, gap.orZeroIfNegative().minus(gapBefore), bases[day - first]);
        }
    }
}
