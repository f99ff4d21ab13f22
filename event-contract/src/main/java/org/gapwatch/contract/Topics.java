package org.gapwatch.contract;

/** The names of all topics. Who may write to which is told in docs/events.md. */
public final class Topics {

    /** Where outsiders publish events about lines and reference output. */
    public static final String INTAKE_PRODUCTION = "gapwatch.intake.production";
    /** Where outsiders publish events about orders. */
    public static final String INTAKE_PROCUREMENT = "gapwatch.intake.procurement";
    /** Accepted events about production lines, keyed by capability. */
    public static final String PRODUCTION_LINES = "gapwatch.production-lines";
    /** Accepted events about reference output, keyed by capability. */
    public static final String REFERENCE_OUTPUT = "gapwatch.reference-output";
    /** Accepted events about orders, keyed by capability. */
    public static final String PROCUREMENT_ORDERS = "gapwatch.procurement-orders";
    /** Every event that could not be accepted, with all problems found. */
    public static final String REJECTED_EVENTS = "gapwatch.rejected-events";
    /** The gaps: today's state by {@code capability:MEASURE}, a year's series by {@code capability:MEASURE:YYYY}. */
    public static final String CAPABILITY_GAPS = "gapwatch.capability-gaps";
    /** The feed of alerts, in one partition, keyed by alert id. */
    public static final String CAPABILITY_ALERTS = "gapwatch.capability-alerts";
    /** What operators did about alerts, in one partition, keyed by {@code capability:MEASURE}. */
    public static final String OPERATOR_ACTIONS = "gapwatch.operator-actions";

    private Topics() {
    }

    /** The canonical topic of an entity kind. */
    public static String canonical(EntityKind kind) {
        return switch (kind) {
            case LINE -> PRODUCTION_LINES;
            case REFERENCE -> REFERENCE_OUTPUT;
            case ORDER -> PROCUREMENT_ORDERS;
        };
    }
}
