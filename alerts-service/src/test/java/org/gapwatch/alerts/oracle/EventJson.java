package org.gapwatch.alerts.oracle;

import java.math.BigDecimal;
import java.util.List;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as publishers write them, so that the random sets can go in through every door. */
public final class EventJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventJson() {
    }

    /** The event as one structured-mode JSON object. */
    public static ObjectNode structured(Event event) {
        return JSON.createObjectNode().put("specversion", "1.0").put("id", event.id()).put("source", event.source())
                .put("type", event.statement().type().cloudEventsType()).put("time", event.time().toString())
                .put("datacontenttype", "application/json").set("data", data(event));
    }

    /** The event's data alone. */
    public static ObjectNode data(Event event) {
        ObjectNode data = JSON.createObjectNode().put("capability", event.statement().capability());
        switch (event.statement()) {
            case LineStatement line -> line(data.put("lineId", line.lineId()), line);
            case OrderStatement order -> order(data.put("orderId", order.orderId()), order);
            case ReferenceStatement.Assessed s -> data.put("party", s.party())
                    .put("monthlyOutput", decimal(s.monthlyOutput())).put("effectiveOn", s.effectiveOn().toString());
        }
        return data;
    }

    private static void line(ObjectNode data, LineStatement statement) {
        switch (statement) {
            case LineStatement.Opened s -> data.put("opensOn", s.on().toString())
                    .put("monthlyCapacity", decimal(s.monthlyCapacity())).put("rampMonths", s.rampMonths());
            case LineStatement.Rescheduled s -> data.put("opensOn", s.on().toString());
            case LineStatement.CapacityChanged s -> data.put("effectiveOn", s.on().toString())
                    .put("monthlyCapacity", decimal(s.monthlyCapacity())).put("rampMonths", s.rampMonths());
            case LineStatement.Closed s -> data.put("effectiveOn", s.on().toString());
        }
    }

    private static void order(ObjectNode data, OrderStatement statement) {
        switch (statement) {
            case OrderStatement.Placed s -> schedule(data, s.schedule());
            case OrderStatement.Amended s -> schedule(data, s.schedule());
            case OrderStatement.Delivered s -> data.put("deliveryId", s.deliveryId())
                    .put("quantity", decimal(s.quantity())).put("deliveredOn", s.deliveredOn().toString());
            case OrderStatement.Cancelled _ -> {
            }
        }
    }

    private static void schedule(ObjectNode data, List<Tranche> schedule) {
        var entries = data.putArray("schedule");
        for (Tranche tranche : schedule) {
            entries.addObject().put("dueOn", tranche.dueOn().toString()).put("quantity", decimal(tranche.quantity()));
        }
    }

    private static BigDecimal decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3);
    }
}
