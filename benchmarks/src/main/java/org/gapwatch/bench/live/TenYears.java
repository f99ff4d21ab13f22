package org.gapwatch.bench.live;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EventType;

/**
 * Ten years of capabilities up to a day: each has a line from the beginning, an order every quarter, and a delivery of each
 * order, which keeps up with what is due in some capabilities and falls behind in others.
 */
final class TenYears implements Iterable<Published> {

    private static final int QUARTERS = 40;
    private static final int EVENTS = 1 + 2 * QUARTERS;

    private final int capabilities;
    private final LocalDate first;

    TenYears(int capabilities, LocalDate last) {
        this.capabilities = capabilities;
        first = last.minusYears(10);
    }

    @Override
    public Iterator<Published> iterator() {
        return IntStream.range(0, capabilities * EVENTS).mapToObj(i -> event(i % capabilities, i / capabilities))
                .iterator();
    }

    private Published event(int capability, int number) {
        String code = "bench.ten-years-" + capability;
        int quarter = Math.max(0, number - 1) / 2;
        LocalDate placed = first.plusMonths(3L * quarter);
        EventType type = number == 0
                ? EventType.LINE_OPENED
                : number % 2 == 1 ? EventType.ORDER_PLACED : EventType.ORDER_DELIVERED;
        LocalDate day = type == EventType.ORDER_DELIVERED ? placed.plusDays(60) : placed;
        String about = type == EventType.LINE_OPENED
                ? "\"lineId\":\"line\",\"opensOn\":\"" + first + "\",\"monthlyCapacity\":30"
                : type == EventType.ORDER_PLACED
                        ? "\"orderId\":\"order-" + quarter + "\",\"schedule\":[{\"dueOn\":\"" + placed.plusDays(80)
                                + "\",\"quantity\":" + (90 + capability % 7 * quarter) + "}]"
                        : "\"orderId\":\"order-" + quarter + "\",\"deliveryId\":\"d\",\"quantity\":"
                                + (90 + capability % 5 * quarter) + ",\"deliveredOn\":\"" + day + "\"";
        return new Published(type, "urn:bench:ten-years", code + "-" + number,
                day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), code,
                "{\"capability\":\"" + code + "\"," + about + "}");
    }
}
