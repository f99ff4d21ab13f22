package org.gapwatch.contract;

import java.time.LocalDate;
import java.util.List;

/** What is said about a procurement order (docs/gap-model.md, "Order"). Quantities are whole thousandths. */
public sealed interface OrderStatement extends Statement {

    /** The order's own id. */
    String orderId();

    @Override
    default String entityId() {
        return orderId();
    }

    /** One entry of a delivery schedule. */
    record Tranche(LocalDate dueOn, long quantity) {
    }

    /** The order is placed, or placed anew; the schedule has 1 to 500 entries. */
    record Placed(String orderId, String capability, List<Tranche> schedule) implements OrderStatement {
        public Placed {
            schedule = List.copyOf(schedule);
        }

        @Override
        public EventType type() {
            return EventType.ORDER_PLACED;
        }
    }

    /** The schedule is replaced. */
    record Amended(String orderId, String capability, List<Tranche> schedule) implements OrderStatement {
        public Amended {
            schedule = List.copyOf(schedule);
        }

        @Override
        public EventType type() {
            return EventType.ORDER_AMENDED;
        }
    }

    /** A delivery, stated or stated again; {@code deliveredOn} informs people only. */
    record Delivered(String orderId, String capability, String deliveryId, long quantity, LocalDate deliveredOn)
            implements
                OrderStatement {
        @Override
        public EventType type() {
            return EventType.ORDER_DELIVERED;
        }
    }

    /** The order is cancelled. */
    record Cancelled(String orderId, String capability) implements OrderStatement {
        @Override
        public EventType type() {
            return EventType.ORDER_CANCELLED;
        }
    }
}
