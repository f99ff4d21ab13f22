package org.gapwatch.alerts.episode;

import org.gapwatch.alerts.gap.Reading;

/** How large a gap is against its base, in ascending order (docs/gap-model.md, "Alerts"). */
public enum Severity {
    WATCH(0), WARNING(200), CRITICAL(500);

    private static final int SLACK_PER_MILLE = 50;

    private final int perMille;

    Severity(int perMille) {
        this.perMille = perMille;
    }

    /** The severity of a positive gap by the plain thresholds. */
    public static Severity of(Reading day) {
        if (day.isAtLeast(CRITICAL.perMille)) {
            return CRITICAL;
        }
        return day.isAtLeast(WARNING.perMille) ? WARNING : WATCH;
    }

    /** The severity of an active alert's next day: rises at once, and falls only when well below its threshold. */
    Severity next(Reading day) {
        Severity plain = of(day);
        if (plain.compareTo(this) > 0) {
            return plain;
        }
        Severity level = this;
        while (level != WATCH && !day.isAtLeast(level.perMille - SLACK_PER_MILLE)) {
            level = values()[level.ordinal() - 1];
        }
        return level;
    }
}
