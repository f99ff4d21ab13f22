package org.gapwatch.contract.fold;

import org.jspecify.annotations.Nullable;

/** One run of a line: from its opening, where it has one, to its closing, where it has one. Immutable. */
record Run(@Nullable Opening opening, @Nullable Integer closing) {

    /** A run of a line that nobody said was opened. */
    static final Run UNOPENED = new Run(null, null);

    /** The month a run opens in, and where its capacity goes then. */
    record Opening(int month, Level level) {
    }

    Run opening(int month, Level level) {
        return new Run(new Opening(month, level), closing);
    }

    Run closing(int month) {
        return new Run(opening, month);
    }

    boolean opensIn(int month) {
        return opening != null && opening.month() == month;
    }

    boolean opensInOrAfter(int month) {
        return opening != null && opening.month() >= month;
    }

    boolean closesAfter(int month) {
        return closing != null && closing > month;
    }

    boolean closesInOrBefore(int month) {
        return closing != null && closing <= month;
    }

    /** Whether the closing lies after the opening, if there is one; a closing that does not is without effect. */
    boolean closingCounts() {
        return closing != null && (opening == null || closing > opening.month());
    }
}
