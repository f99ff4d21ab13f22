package org.gapwatch.alerts.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.gap.Reading;
import org.gapwatch.alerts.number.Amount;

/**
 * Folds one series into alerts. What the fold carries from day to day is the trend, and the last alert with its phase,
 * its severity and how long it has been calm; all of it can be told from the days on which trend and alerts changed, so
 * that the fold rewinds to any day without a state kept per day.
 */
public final class EpisodeFold {

    /** An alert that has not been widening for so many days in a row is resolved. */
    private static final int CALM_DAYS = 60;

    private final Measure measure;
    private final TrendHistory trends = new TrendHistory();
    private final List<Episode> episodes = new ArrayList<>(2);

    /** A fold of no days yet. */
    public EpisodeFold(Measure measure) {
        this.measure = measure;
    }

    /** Forgets all days from one on. */
    public void rewind(int day) {
        trends.rewind(day);
        LocalDate date = LocalDate.ofEpochDay(day);
        while (!episodes.isEmpty() && !episodes.getLast().openedOn().isBefore(date)) {
            episodes.removeLast();
        }
        if (!episodes.isEmpty()) {
            episodes.getLast().rewind(date);
        }
    }

    /**
     * Folds the next day.
     *
     * @param figures gives all numbers of the day, from its change; asked for only where the day resolves an alert
     */
    public void add(int day, Reading reading, Function<Amount, Figures> figures) {
        Trend trend = Trend.of(trends.last(), reading);
        trends.add(day, trend);
        if (!episodes.isEmpty() && episodes.getLast().active()) {
            goOn(episodes.getLast(), day, trend, reading, figures);
        } else if (trend == Trend.WIDENING) {
            episodes.add(new Episode(day, Severity.of(reading), reading));
        }
    }

    private void goOn(Episode episode, int day, Trend trend, Reading reading, Function<Amount, Figures> figures) {
        if (reading.gapSignum() <= 0) {
            Outcome outcome = measure == Measure.OUTPUT && reading.gapSignum() < 0
                    ? Outcome.REVERSED
                    : Outcome.CLOSED;
            episode.resolve(day, outcome, episode.severity(), figures.apply(reading.change()));
            return;
        }
        Severity severity = episode.severity().next(reading);
        if (trend != Trend.WIDENING && day - trends.notWideningSince() + 1 >= CALM_DAYS) {
            episode.resolve(day, Outcome.STABILISED, severity, figures.apply(reading.change()));
        } else {
            episode.goOn(day, Phase.of(trend), severity, reading);
        }
    }

    /** The trend of the last day. */
    public Trend trend() {
        return trends.last();
    }

    /** All alerts so far, by ascending day of opening; the active one bears the numbers given. */
    public List<Alert> alerts(Figures today) {
        List<Alert> alerts = new ArrayList<>(episodes.size());
        for (Episode episode : episodes) {
            alerts.add(episode.alert(today));
        }
        return alerts;
    }
}
