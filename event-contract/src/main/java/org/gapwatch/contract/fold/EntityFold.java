package org.gapwatch.contract.fold;

import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Statement;

/** One entity, folded up to some statement. Not safe for use by several threads. */
public sealed interface EntityFold permits LineFold, ReferenceFold, OrderFold {

    /** A fold of no statements yet. */
    static EntityFold of(EntityKind kind) {
        return switch (kind) {
            case LINE -> new LineFold();
            case REFERENCE -> new ReferenceFold();
            case ORDER -> new OrderFold();
        };
    }

    /**
     * Folds the next statement in statement order.
     *
     * @throws ClassCastException where the statement is about another kind of entity
     */
    void apply(Statement statement);

    /**
     * What the entity contributes now. Lines and reference output: the step of each month, that is the amount of the
     * month less that of the month before, so that a sum of entities' steps up to a month is the capacity (or output) in
     * that month; steps after {@link MonthAmounts#LAST_MONTH} are left out. Orders: what is outstanding by due month.
     */
    MonthAmounts amounts();
}
