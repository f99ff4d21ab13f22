package org.gapwatch.alerts.episode;

import java.time.LocalDate;
import java.util.List;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One episode of a widening gap (docs/gap-model.md, "Alerts").
 *
 * @param openedOn the day it opened; with capability and measure it names the alert
 * @param resolvedOn the day it was resolved, null while it is active
 * @param outcome how it was resolved, null while it is active
 * @param phase today's trend while active, else {@link Phase#RESOLVED}
 * @param severity today's while active, else that of the resolving day
 * @param figures today's while active, else those of the resolving day
 * @param transitions by ascending day; the first is the opening
 */
public record Alert(LocalDate openedOn, @Nullable LocalDate resolvedOn, @Nullable Outcome outcome, Phase phase,
        Severity severity, Figures figures, List<Transition> transitions) {

    public Alert {
        transitions = List.copyOf(transitions);
    }

    /** Whether it is not resolved yet. */
    public boolean active() {
        return resolvedOn == null;
    }

    /** The alert's name: {@code capability:MEASURE:openedOn}. */
    public String id(String capability, Measure measure) {
        return capability + ':' + measure + ':' + openedOn;
    }
}
