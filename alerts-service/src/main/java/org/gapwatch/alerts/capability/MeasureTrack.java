package org.gapwatch.alerts.capability;

import java.time.LocalDate;
import org.gapwatch.alerts.episode.EpisodeFold;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Gauge;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.gap.Reading;
import org.gapwatch.alerts.gap.RecordedSeries;
import org.gapwatch.alerts.ledger.Ledger;

/** One measure of a capability, followed from the first day on. */
final class MeasureTrack {

    private final Measure measure;
    private final Ledger ledger;
    private final int firstDay;
    private final Gauge gauge;
    private final RecordedSeries series;
    private final EpisodeFold episodes;

    MeasureTrack(Measure measure, Ledger ledger, int firstDay) {
        this.measure = measure;
        this.ledger = ledger;
        this.firstDay = firstDay;
        gauge = Gauge.of(measure, ledger.standing());
        series = new RecordedSeries(LocalDate.ofEpochDay(firstDay));
        episodes = new EpisodeFold(measure);
    }

    int firstDay() {
        return firstDay;
    }

    /** The last day evaluated; the one before the first where none was. */
    int lastDay() {
        return firstDay + series.size() - 1;
    }

    /** Begins to evaluate anew from a day on, up to another. */
    void begin(int from, int upTo) {
        episodes.rewind(from);
        series.begin(upTo - firstDay + 1);
    }

    /**
     * Evaluates the day on which the ledger stands.
     *
     * @param threeMonthsBefore the day with which it is compared
     */
    void evaluate(int day, int threeMonthsBefore) {
        gauge.read();
        Reading reading = gauge.reading();
        series.write(day - firstDay, reading);
        series.compare(reading, threeMonthsBefore - firstDay);
        episodes.add(day, reading, gauge::figures);
    }

    /** Says what there is as of the day on which the ledger stands, having evaluated all days up to it. */
    MeasureAssessment assess(int today, int threeMonthsBefore) {
        series.truncate(today - firstDay + 1);
        gauge.read();
        Reading reading = gauge.reading();
        series.compare(reading, threeMonthsBefore - firstDay);
        Figures figures = gauge.figures(reading.change());
        Severity level = reading.gapSignum() <= 0 ? null : Severity.of(reading);
        return new MeasureAssessment(measure, figures, episodes.trend(), level, series, episodes.alerts(figures),
                gauge.ahead(), gauge.why(ledger.window()), series.day(series.changedFrom()));
    }
}
