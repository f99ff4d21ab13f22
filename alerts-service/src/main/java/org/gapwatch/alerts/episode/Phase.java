package org.gapwatch.alerts.episode;

/** What an alert is in: the trend of the day while it is active, then resolved. */
public enum Phase {
    WIDENING, HOLDING, NARROWING, RESOLVED;

    static Phase of(Trend trend) {
        return switch (trend) {
            case WIDENING -> WIDENING;
            case HOLDING -> HOLDING;
            case NARROWING -> NARROWING;
        };
    }
}
