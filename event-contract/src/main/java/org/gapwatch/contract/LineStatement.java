package org.gapwatch.contract;

import java.time.LocalDate;

/** What is said about a production line (docs/gap-model.md, "Production line"). Quantities are whole thousandths a month. */
public sealed interface LineStatement extends Statement {

    /** The line's own id. */
    String lineId();

    @Override
    default String entityId() {
        return lineId();
    }

    /** The day whose month the statement is about: {@code opensOn} or {@code effectiveOn}. */
    LocalDate on();

    /** The line opens, or opens anew, and reaches {@code monthlyCapacity} over {@code rampMonths}. */
    record Opened(String lineId, String capability, LocalDate on, long monthlyCapacity, int rampMonths)
            implements
                LineStatement {
        @Override
        public EventType type() {
            return EventType.LINE_OPENED;
        }
    }

    /** The opening moves. */
    record Rescheduled(String lineId, String capability, LocalDate on) implements LineStatement {
        @Override
        public EventType type() {
            return EventType.LINE_RESCHEDULED;
        }
    }

    /** The line's capacity goes to {@code monthlyCapacity} over {@code rampMonths}. */
    record CapacityChanged(String lineId, String capability, LocalDate on, long monthlyCapacity, int rampMonths)
            implements
                LineStatement {
        @Override
        public EventType type() {
            return EventType.LINE_CAPACITY_CHANGED;
        }
    }

    /** The line closes. */
    record Closed(String lineId, String capability, LocalDate on) implements LineStatement {
        @Override
        public EventType type() {
            return EventType.LINE_CLOSED;
        }
    }
}
