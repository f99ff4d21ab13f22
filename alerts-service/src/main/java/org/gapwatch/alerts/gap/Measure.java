package org.gapwatch.alerts.gap;

import java.util.EnumSet;
import java.util.Set;
import org.gapwatch.contract.EntityKind;

/** The two measures of a capability (docs/gap-model.md, "Measures"). */
public enum Measure {
    /** Can the production lines deliver what is ordered in time? */
    COVERAGE("peakMonth"),
    /** Who makes more, we or those whose output is assessed? */
    OUTPUT("closesIn");

    private final String monthField;

    Measure(String monthField) {
        this.monthField = monthField;
    }

    /** What {@link Figures#month()} is called in published records: {@code peakMonth} or {@code closesIn}. */
    public String monthField() {
        return monthField;
    }

    /** The kinds of entities that it depends on. */
    public Set<EntityKind> entityKinds() {
        return switch (this) {
            case COVERAGE -> EnumSet.of(EntityKind.LINE, EntityKind.ORDER);
            case OUTPUT -> EnumSet.of(EntityKind.LINE, EntityKind.REFERENCE);
        };
    }
}
