package org.gapwatch.alerts.episode;

/** Where a gap is going (docs/gap-model.md, "Alerts"). */
public enum Trend {
    WIDENING, HOLDING, NARROWING
}
