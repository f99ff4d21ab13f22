package org.gapwatch.bench.live;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EventType;

/**
 * Orders of three tranches, each delivered in five parts, over 100 capabilities and ten years. Numbers, days and ids are
 * random, or compression would flatter what is stored; the events of a thousand orders are mixed.
 */
final class DeliveredOrders implements Iterable<Published> {

    private static final int CAPABILITIES = 100;
    private static final int STEPS = 6;
    private static final int MIXED = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2015, 6, 1);
    private static final int DAYS = 3_650;

    private final int first;
    private final int end;
    private final int all;

    /** Those from the first one to one before the end, of so many; each a multiple of {@value #MIXED}. */
    DeliveredOrders(int first, int end, int all) {
        this.first = first;
        this.end = end;
        this.all = all;
    }

    @Override
    public Iterator<Published> iterator() {
        return IntStream.range(first * STEPS, end * STEPS).mapToObj(i -> {
            int ofBlock = i % (MIXED * STEPS);
            return event(i / (MIXED * STEPS) * MIXED + ofBlock % MIXED, ofBlock / MIXED);
        }).iterator();
    }

    private Published event(int order, int step) {
        SplittableRandom ofOrder = new SplittableRandom(order);
        String orderId = "PO-" + Long.toString(ofOrder.nextLong(1L << 40), 36);
        String capability = "bench.memory-" + ofOrder.nextInt(CAPABILITIES);
        LocalDate placed = FIRST.plusDays((long) order * DAYS / all);
        SplittableRandom random = new SplittableRandom(31L * order + step);
        LocalDate day = placed.plusDays(step == 0 ? 0 : 38L * step - random.nextInt(30));
        String data = "{\"orderId\":\"" + orderId + "\",\"capability\":\"" + capability + "\","
                + (step == 0 ? schedule(placed, random) : delivery(day, step, random)) + "}";
        return new Published(step == 0 ? EventType.ORDER_PLACED : EventType.ORDER_DELIVERED,
                "urn:bench:memory-" + ofOrder.nextInt(4), Long.toString(random.nextLong(1L << 50), 36),
                day.atStartOfDay().plusSeconds(random.nextInt(86_400)).toInstant(ZoneOffset.UTC), capability, data);
    }

    private static String schedule(LocalDate placed, SplittableRandom random) {
        return "\"buyer\":\"Ministry of Defence\",\"supplier\":\"Works " + random.nextInt(9) + "\",\"schedule\":["
                + tranche(placed.plusDays(30), random) + "," + tranche(placed.plusDays(100), random) + ","
                + tranche(placed.plusDays(170), random) + "]";
    }

    private static String tranche(LocalDate from, SplittableRandom random) {
        return "{\"dueOn\":\"" + from.plusDays(random.nextInt(60)) + "\",\"quantity\":" + quantity(random) + "}";
    }

    private static String delivery(LocalDate day, int step, SplittableRandom random) {
        return "\"deliveryId\":\"d-" + step + "\",\"quantity\":" + quantity(random) + ",\"deliveredOn\":\"" + day
                + "\"";
    }

    private static String quantity(SplittableRandom random) {
        return random.nextInt(1, 500) + "." + random.nextInt(1, 9);
    }
}
