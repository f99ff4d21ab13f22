package org.gapwatch.alerts.episode;

import java.time.LocalDate;
import org.gapwatch.alerts.number.Amount;

/** A day on which an alert opened, changed its phase or severity, or was resolved. */
public record Transition(LocalDate on, Phase phase, Severity severity, Amount gap, Amount base) {
}
