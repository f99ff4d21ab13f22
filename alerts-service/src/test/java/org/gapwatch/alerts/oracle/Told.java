package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.gap.AheadMonth;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.alerts.gap.Why;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.alerts.oracle.Expected.Ahead;
import org.gapwatch.alerts.oracle.Expected.Cause;
import org.gapwatch.alerts.oracle.Expected.Day;
import org.gapwatch.alerts.oracle.Expected.Measure;
import org.gapwatch.alerts.oracle.Expected.OfMeasure;
import org.gapwatch.alerts.oracle.Expected.Outcome;
import org.gapwatch.alerts.oracle.Expected.Phase;
import org.gapwatch.alerts.oracle.Expected.Severity;
import org.gapwatch.alerts.oracle.Expected.Transition;
import org.jspecify.annotations.Nullable;

/** What the core tells, in the oracle's words, so that the two can be compared. */
public final class Told {

    private Told() {
    }

    /** A copy of all that an assessment says, its series included. */
    public static Expected of(Assessment told) {
        return new Expected(told.capability(), told.asOf(), told.firstDay(),
                measure(told.capability(), told.coverage()),
                measure(told.capability(), told.output()), why(Objects.requireNonNull(told.coverage().why())));
    }

    private static OfMeasure measure(String capability, MeasureAssessment told) {
        return new OfMeasure(Measure.valueOf(told.measure().name()), figures(told.figures()),
                exact(told.figures().change()), Phase.valueOf(told.trend().name()), severity(told.level()),
                series(told.series()), told.alerts().stream().map(alert -> alert(capability, told, alert)).toList(),
                told.ahead().stream().map(Told::ahead).toList());
    }

    private static Expected.Figures figures(Figures told) {
        return new Expected.Figures(exact(told.gap()), exact(told.base()), told.month(),
                exact(told.extraMonthlyOutput()));
    }

    private static List<Day> series(Series told) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            days.add(new Day(told.day(i), exact(told.gap(i)), exact(told.base(i))));
        }
        return days;
    }

    private static Expected.Alert alert(String capability, MeasureAssessment of, Alert told) {
        Expected.Alert alert = new Expected.Alert(told.id(capability, of.measure()), told.openedOn(), told.resolvedOn(),
                told.outcome() == null ? null : Outcome.valueOf(told.outcome().name()),
                told.transitions().stream()
                        .map(
                                t -> new Transition(t.on(), Phase.valueOf(t.phase().name()),
                                        Severity.valueOf(t.severity().name()), exact(t.gap()), exact(t.base())))
                        .toList(),
                figures(told.figures()), exact(told.figures().change()));
        Transition last = alert.transitions().getLast();
        if (Phase.valueOf(told.phase().name()) != last.phase() || severity(told.severity()) != last.severity()) {
            throw new AssertionError("Phase and severity are not those of the last transition: " + told);
        }
        return alert;
    }

    private static Ahead ahead(AheadMonth told) {
        return switch (told) {
            case AheadMonth.Coverage m -> new Ahead(m.month(), exact(m.due()), exact(m.capacity()),
                    exact(m.cumulativeDue()), exact(m.cumulativeSupply()));
            case AheadMonth.Output m -> new Ahead(m.month(), exact(m.reference()), exact(m.own()), exact(m.reference()),
                    exact(m.own()));
        };
    }

    private static Expected.Why why(Why told) {
        Map<Cause, BigInteger> parts = new EnumMap<>(Cause.class);
        told.parts().forEach(part -> parts.put(Cause.valueOf(part.cause().name()), exact(part.amount())));
        return new Expected.Why(told.month(), told.since(), exact(told.total()), parts);
    }

    private static @Nullable Severity severity(org.gapwatch.alerts.episode.@Nullable Severity told) {
        return told == null ? null : Severity.valueOf(told.name());
    }

    private static BigInteger exact(Amount amount) {
        return new BigInteger(amount.toString());
    }
}
