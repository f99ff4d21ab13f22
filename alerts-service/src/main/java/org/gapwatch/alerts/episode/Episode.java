package org.gapwatch.alerts.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Reading;
import org.jspecify.annotations.Nullable;

/** One alert while it is being folded. */
final class Episode {

    private final List<Transition> transitions = new ArrayList<>(4);
    private @Nullable Alert resolved;

    Episode(int day, Severity severity, Reading reading) {
        transitions.add(transition(day, Phase.WIDENING, severity, reading));
    }

    LocalDate openedOn() {
        return transitions.getFirst().on();
    }

    boolean active() {
        return resolved == null;
    }

    Phase phase() {
        return transitions.getLast().phase();
    }

    Severity severity() {
        return transitions.getLast().severity();
    }

    /** Notes the phase and severity of a day, which are a transition where they differ from those of the day before. */
    void goOn(int day, Phase phase, Severity severity, Reading reading) {
        if (phase != phase() || severity != severity()) {
            transitions.add(transition(day, phase, severity, reading));
        }
    }

    void resolve(int day, Outcome outcome, Severity severity, Figures figures) {
        LocalDate on = LocalDate.ofEpochDay(day);
        transitions.add(new Transition(on, Phase.RESOLVED, severity, figures.gap(), figures.base()));
        resolved = new Alert(openedOn(), on, outcome, Phase.RESOLVED, severity, figures, transitions);
    }

    /** Forgets what happened from a day on, which is after that of opening. */
    void rewind(LocalDate day) {
        if (resolved != null && !transitions.getLast().on().isBefore(day)) {
            resolved = null;
        }
        while (!transitions.getLast().on().isBefore(day)) {
            transitions.removeLast();
        }
    }

    /** The alert as it is; while active it bears the numbers given. */
    Alert alert(Figures today) {
        return resolved != null
                ? resolved
                : new Alert(openedOn(), null, null, phase(), severity(), today, transitions);
    }

    private static Transition transition(int day, Phase phase, Severity severity, Reading reading) {
        return new Transition(LocalDate.ofEpochDay(day), phase, severity, reading.gap(), reading.base());
    }
}
