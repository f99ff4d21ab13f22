package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gapwatch.alerts.oracle.Expected.Alert;
import org.gapwatch.alerts.oracle.Expected.Day;
import org.gapwatch.alerts.oracle.Expected.Figures;
import org.gapwatch.alerts.oracle.Expected.Measure;
import org.gapwatch.alerts.oracle.Expected.Outcome;
import org.gapwatch.alerts.oracle.Expected.Phase;
import org.gapwatch.alerts.oracle.Expected.Severity;
import org.gapwatch.alerts.oracle.Expected.Transition;
import org.jspecify.annotations.Nullable;

/** The page's section "Alerts": a series folded day by day into trends and alerts. */
final class Episodes {

    private static final int WINDOW_MONTHS = 3;
    private static final int ENTER = 50;
    private static final int LEAVE = 25;
    private static final int WARNING = 200;
    private static final int CRITICAL = 500;
    private static final int MARGIN = 50;
    private static final int CALM_DAYS = 60;

    private final String capability;
    private final Measure measure;
    private final List<Day> series;
    private final Function<LocalDate, Figures> figuresOn;
    private final Map<LocalDate, BigInteger> positive = new HashMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private Phase trend = Phase.HOLDING;

    private boolean active;
    private int calm;
    private Phase phase = Phase.HOLDING;
    private Severity severity = Severity.WATCH;
    private List<Transition> transitions = new ArrayList<>();

    Episodes(String capability, Measure measure, List<Day> series, Function<LocalDate, Figures> figuresOn) {
        this.capability = capability;
        this.measure = measure;
        this.series = series;
        this.figuresOn = figuresOn;
        for (Day day : series) {
            positive.put(day.on(), day.gap().max(BigInteger.ZERO));
        }
        for (Day day : series) {
            trend = trend(day);
            if (active) {
                continueAlert(day);
            } else if (trend == Phase.WIDENING && day.gap().signum() > 0) {
                active = true;
                calm = 0;
                transitions = new ArrayList<>();
                tell(day, trend, plainSeverity(day));
            }
        }
        if (active) {
            end(series.getLast().on(), null, null);
        }
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** The last day's trend. */
    Phase trend() {
        return trend;
    }

    static LocalDate before(LocalDate day) {
        return day.minusMonths(WINDOW_MONTHS);
    }

    BigInteger change(LocalDate day) {
        return positive.getOrDefault(day, BigInteger.ZERO)
                .subtract(positive.getOrDefault(before(day), BigInteger.ZERO));
    }

    private Phase trend(Day day) {
        BigInteger up = change(day.on());
        BigInteger down = up.negate();
        if (day.gap().signum() <= 0) {
            return Phase.HOLDING;
        } else if (trend == Phase.WIDENING && moves(up, LEAVE, day) || moves(up, ENTER, day)) {
            return Phase.WIDENING;
        } else if (trend == Phase.NARROWING && moves(down, LEAVE, day) || moves(down, ENTER, day)) {
            return Phase.NARROWING;
        }
        return Phase.HOLDING;
    }

    private static boolean moves(BigInteger change, int perMille, Day day) {
        return change.signum() > 0 && Exact.reaches(change, perMille, day.base());
    }

    private void continueAlert(Day day) {
        if (day.gap().signum() <= 0) {
            boolean reversed = measure == Measure.OUTPUT && day.gap().signum() < 0;
            tell(day, Phase.RESOLVED, severity);
            end(day.on(), day.on(), reversed ? Outcome.REVERSED : Outcome.CLOSED);
            return;
        }
        calm = trend == Phase.WIDENING ? 0 : calm + 1;
        Severity next = nextSeverity(day);
        if (calm == CALM_DAYS) {
            tell(day, Phase.RESOLVED, next);
            end(day.on(), day.on(), Outcome.STABILISED);
        } else if (trend != phase || next != severity) {
            tell(day, trend, next);
        }
    }

    static Severity plainSeverity(Day day) {
        return Exact.reaches(day.gap(), CRITICAL, day.base())
                ? Severity.CRITICAL
                : Exact.reaches(day.gap(), WARNING, day.base()) ? Severity.WARNING : Severity.WATCH;
    }

    private Severity nextSeverity(Day day) {
        Severity plain = plainSeverity(day);
        if (plain.compareTo(severity) > 0) {
            return plain;
        }
        Severity next = severity;
        if (next == Severity.CRITICAL && !Exact.reaches(day.gap(), CRITICAL - MARGIN, day.base())) {
            next = Severity.WARNING;
        }
        if (next == Severity.WARNING && !Exact.reaches(day.gap(), WARNING - MARGIN, day.base())) {
            next = Severity.WATCH;
        }
        return next;
    }

    private void tell(Day day, Phase toldPhase, Severity toldSeverity) {
        phase = toldPhase;
        severity = toldSeverity;
        transitions.add(new Transition(day.on(), toldPhase, toldSeverity, day.gap(), day.base()));
    }

    private void end(LocalDate toldOn, @Nullable LocalDate resolvedOn, @Nullable Outcome outcome) {
        LocalDate openedOn = transitions.getFirst().on();
        alerts.add(
                new Alert(capability + ":" + measure + ":" + openedOn, openedOn, resolvedOn, outcome,
                        List.copyOf(transitions), figuresOn.apply(toldOn), change(toldOn)));
        active = false;
    }
}
