package org.gapwatch.bench.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.contract.EventType;

/**
 * What is known of some capabilities before anything is measured: orders of three tranches, and their deliveries, spread
 * evenly over the years, in the order of time.
 *
 * @param capabilities how many capabilities there are
 * @param orders how many orders a capability has
 * @param deliveries how many deliveries each order has had
 * @param years over how many years these are spread, up to {@link #END}
 */
record History(int capabilities, int orders, int deliveries, int years) {

    /** What is measured comes after that. */
    static final LocalDate END = Workload.TODAY.minusDays(90);

    private static final int LINES = 5;

    static String code(int capability) {
        return "bench.growth-" + capability;
    }

    LocalDate first() {
        return END.minusYears(years);
    }

    /** All that is known of a capability. */
    void tell(int capability, Consumer<Published> to) {
        SplittableRandom random = new SplittableRandom(capability);
        for (int line = 0; line < LINES; line++) {
            to.accept(event(EventType.LINE_OPENED, capability, "l-" + line, start(first()),
                    "\"lineId\":\"L" + line + "\",\"opensOn\":\"" + first()
                            + "\",\"monthlyCapacity\":2000,\"rampMonths\":6"));
        }
        long seconds = ChronoUnit.SECONDS.between(start(first()), start(END)) - 1;
        for (int order = 0; order < orders; order++) {
            to.accept(placed(EventType.ORDER_PLACED, capability, order, "o-" + order,
                    start(first()).plusSeconds(seconds * order / orders), random));
            // Each order is delivered while the next ones are placed.
            for (int i = 0; i < deliveries; i++) {
                to.accept(delivered(capability, order, "d-" + order + "-" + i,
                        start(first()).plusSeconds(seconds * ((long) order * deliveries + i) / orders / deliveries),
                        random));
            }
        }
    }

    /** A new event: mostly a delivery, every tenth an amendment, for any of the orders. */
    Published next(int capability, int n, Instant time, SplittableRandom random) {
        int order = random.nextInt(orders);
        return n % 10 == 9
                ? placed(EventType.ORDER_AMENDED, capability, order, "n-" + n, time, random)
                : delivered(capability, order, "n-" + n, time, random);
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Published delivered(int capability, int order, String id, Instant time, SplittableRandom random) {
        return event(EventType.ORDER_DELIVERED, capability, id, time, "\"orderId\":\"O" + order
                + "\",\"deliveryId\":\"" + id + "\",\"quantity\":" + (1 + random.nextInt(20)) + ",\"deliveredOn\":\""
                + LocalDate.ofInstant(time, ZoneOffset.UTC) + "\"");
    }

    private static Published placed(EventType type, int capability, int order, String id, Instant time,
            SplittableRandom random) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        StringBuilder data = new StringBuilder("\"orderId\":\"O").append(order).append("\",\"schedule\":[");
        for (int i = 1; i <= 3; i++) {
            data.append(i == 1 ? "" : ",").append("{\"dueOn\":\"").append(day.plusMonths(3L * i))
                    .append("\",\"quantity\":").append(1 + random.nextInt(20)).append('}');
        }
        return event(type, capability, id, time, data.append(']').toString());
    }

    private static Published event(EventType type, int capability, String id, Instant time, String data) {
        return new Published(type, "urn:bench:growth", id, time, code(capability),
                "{\"capability\":\"" + code(capability) + "\"," + data + "}");
    }
}
