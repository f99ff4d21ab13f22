package org.gapwatch.alerts.gap;

import java.util.List;
import org.gapwatch.alerts.ledger.Standing;
import org.gapwatch.alerts.ledger.Window;
import org.gapwatch.alerts.number.Amount;
import org.jspecify.annotations.Nullable;

/**
 * Reads one measure off what stands as of a day. A gauge follows one {@link Standing}; after that was moved,
 * {@link #read()} comes before anything else is asked for.
 */
public sealed interface Gauge permits CoverageGauge, OutputGauge {

    /** A gauge of a measure. */
    static Gauge of(Measure measure, Standing standing) {
        return switch (measure) {
            case COVERAGE -> new CoverageGauge(standing);
            case OUTPUT -> new OutputGauge(standing);
        };
    }

    /** Reads the day's gap and base. Cheap where nothing but the day of the month differs from when it was last called. */
    void read();

    /** The day's gap and base, as {@link #read()} found them; written over by the next. */
    Reading reading();

    /** All numbers of the day; the change is not to be read off one day and so is given. */
    Figures figures(Amount change);

    /** What lies ahead of the day, month by month. */
    List<AheadMonth> ahead();

    /** Why the gap changed, from the window of the same ledger; null where the measure does not tell. */
    @Nullable
    Why why(Window window);
}
