package org.gapwatch.contract.fold;

import org.gapwatch.contract.Statement;

/** Folds the statements of one entity. */
public final class ReferenceFold implements EntityFold {

    ReferenceFold() {
    }

    @Override
    public void apply(Statement statement) {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public MonthAmounts amounts() {
        return MonthAmounts.NONE;
    }
}
