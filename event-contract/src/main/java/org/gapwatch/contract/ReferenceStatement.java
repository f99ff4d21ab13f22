package org.gapwatch.contract;

import java.time.LocalDate;

/** What is said about another party's output (docs/gap-model.md, "Reference output"). */
public sealed interface ReferenceStatement extends Statement {

    /** The party that is assessed. */
    String party();

    @Override
    default String entityId() {
        return party();
    }

    /** From the month of {@code effectiveOn} on the party is assessed to make {@code monthlyOutput} thousandths a month. */
    record Assessed(String party, String capability, long monthlyOutput, LocalDate effectiveOn)
            implements
                ReferenceStatement {
        @Override
        public EventType type() {
            return EventType.OUTPUT_ASSESSED;
        }
    }
}
