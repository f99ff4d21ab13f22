package org.gapwatch.alerts.episode;

/** How large a gap is against its base, in ascending order (docs/gap-model.md, "Alerts"). */
public enum Severity {
    WATCH, WARNING, CRITICAL
}
