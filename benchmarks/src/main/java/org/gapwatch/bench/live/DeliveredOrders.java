package org.gapwatch.bench.live;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EventType;

/** Orders of three tranches, each delivered in five parts, over 100 capabilities and ten years. */
final class DeliveredOrders implements Iterable<Published> {

    private static final int CAPABILITIES = 100;
    private static final int DELIVERIES = 5;
    private static final LocalDate FIRST = LocalDate.of(2015, 6, 1);
    private static final int DAYS = 3650;

    private final int orders;

    DeliveredOrders(int orders) {
        this.orders = orders;
    }

    @Override
    public Iterator<Published> iterator() {
        return IntStream.range(0, orders * (1 + DELIVERIES))
                .mapToObj(i -> event(i / (1 + DELIVERIES), i % (1 + DELIVERIES))).iterator();
    }

    private Published event(int order, int step) {
        String capability = "bench.memory-" + order % CAPABILITIES;
        LocalDate placed = FIRST.plusDays((long) order * DAYS / orders);
        LocalDate day = placed.plusDays(40L * step);
        String data = "{\"orderId\":\"order-" + order + "\",\"capability\":\"" + capability + "\","
                + (step == 0 ? schedule(placed) : delivery(day, step)) + "}";
        return new Published(step == 0 ? EventType.ORDER_PLACED : EventType.ORDER_DELIVERED, "urn:bench:memory",
                "order-" + order + "-" + step, day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), capability, data);
    }

    private static String schedule(LocalDate placed) {
        return "\"buyer\":\"Ministry of Defence\",\"supplier\":\"Works 1\",\"schedule\":[" + tranche(placed, 60) + ","
                + tranche(placed, 120) + "," + tranche(placed, 180) + "]";
    }

    private static String tranche(LocalDate placed, int days) {
        return "{\"dueOn\":\"" + placed.plusDays(days) + "\",\"quantity\":100}";
    }

    private static String delivery(LocalDate day, int step) {
        return "\"deliveryId\":\"d-" + step + "\",\"quantity\":55.5,\"deliveredOn\":\"" + day + "\"";
    }
}
