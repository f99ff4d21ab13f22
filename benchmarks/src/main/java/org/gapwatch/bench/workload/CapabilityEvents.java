package org.gapwatch.bench.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.gapwatch.contract.EventType;

/** The events about one capability: its lines, its parties, and its orders, each delivered in one or a few parts. */
final class CapabilityEvents {

    private static final int PARTIES = 4;
    private static final int PUBLISHERS = 12;
    /** The largest quantity of a tranche, in thousandths. */
    private static final int TRANCHE = 60_000;

    private final String code;
    private final Shape shape;
    private final SplittableRandom random;
    private final OpenOrders open = new OpenOrders();
    private int orders;
    private int deliveries;

    CapabilityEvents(String code, Shape shape, SplittableRandom random) {
        this.code = code;
        this.shape = shape;
        this.random = random;
    }

    Published next(EventType wanted, Instant time, String id) {
        EventType type = wanted.entityKind() == EventType.ORDER_PLACED.entityKind() && open.isEmpty()
                ? EventType.ORDER_PLACED
                : wanted;
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        StringBuilder data = new StringBuilder(320).append('{');
        switch (type) {
            case ORDER_PLACED -> placed(data, day);
            case ORDER_AMENDED -> amended(data, day);
            case ORDER_DELIVERED -> delivered(data, day);
            case ORDER_CANCELLED -> order(data, open.remove(random.nextInt(open.size()))).append(
                    ",\"reason\":\"Funds moved to another programme by decision of the ministry\"");
            case LINE_OPENED -> decimal(ahead(line(data).append(",\"opensOn\":\""), day, 400).append(
                    "\",\"monthlyCapacity\":"), 160_000).append(",\"rampMonths\":").append(random.nextInt(18))
                    .append(",\"producer\":\"Works ").append(random.nextInt(9)).append(
                            "\",\"site\":\"Hall ")
                    .append(random.nextInt(5)).append("\",\"country\":\"NO\"");
            case LINE_RESCHEDULED -> ahead(line(data).append(",\"opensOn\":\""), day, 500).append(
                    "\",\"reason\":\"Machine tools arrive later than planned\"");
            case LINE_CAPACITY_CHANGED -> decimal(ahead(line(data).append(",\"effectiveOn\":\""), day, 400).append(
                    "\",\"monthlyCapacity\":"), 160_000).append(",\"rampMonths\":").append(random.nextInt(12));
            case LINE_CLOSED -> ahead(line(data).append(",\"effectiveOn\":\""), day, 700).append('"');
            case OUTPUT_ASSESSED -> ahead(decimal(
                    data.append("\"party\":\"party-").append(random.nextInt(PARTIES)).append("\",\"capability\":\"")
                            .append(code).append("\",\"monthlyOutput\":"),
                    900_000).append(",\"effectiveOn\":\""), day, 200)
                    .append("\",\"citation\":\"https://example.org/assessments/").append(id).append('"');
        }
        return new Published(type, "urn:bench:publisher-" + random.nextInt(PUBLISHERS), id, time, code,
                data.append('}').toString());
    }

    private void placed(StringBuilder data, LocalDate day) {
        order(data, orders).append(",\"buyer\":\"Ministry of Defence\",\"supplier\":\"Works ")
                .append(random.nextInt(9)).append("\",\"schedule\":");
        open.add(orders, schedule(data, day));
        orders++;
        data.append(",\"value\":{\"amount\":").append(1_000 + random.nextInt(9_000_000))
                .append(",\"currency\":\"EUR\"}");
    }

    private void amended(StringBuilder data, LocalDate day) {
        int which = random.nextInt(open.size());
        order(data, open.order(which)).append(",\"schedule\":");
        open.left(which, schedule(data, day));
        data.append(",\"reason\":\"Option taken up, dates moved to the end of the quarter\"");
    }

    /** A part of an order, or what is left of it: more often where many orders are open, so that their number holds. */
    private void delivered(StringBuilder data, LocalDate day) {
        int which = random.nextInt(open.size());
        boolean all = random.nextInt(1000) < (open.size() < shape.openOrders() ? 450 : 800);
        order(data, open.order(which)).append(",\"deliveryId\":\"d-").append(deliveries++)
                .append("\",\"quantity\":");
        long quantity = all ? open.left(which) : open.left(which) / 2;
        decimal(data, quantity).append(",\"deliveredOn\":\"").append(day).append('"');
        if (all) {
            open.remove(which);
        } else {
            open.left(which, open.left(which) - quantity);
        }
    }

    private StringBuilder line(StringBuilder data) {
        return data.append("\"lineId\":\"").append(code).append("-line-")
                .append(random.nextInt(shape.linesPerCapability())).append("\",\"capability\":\"").append(code)
                .append('"');
    }

    private StringBuilder order(StringBuilder data, int number) {
        return data.append("\"orderId\":\"").append(code).append("-order-").append(number)
                .append("\",\"capability\":\"").append(code).append('"');
    }

    /** Writes a schedule of one to four tranches; returns what they sum up to, in thousandths. */
    private long schedule(StringBuilder data, LocalDate day) {
        long sum = 0;
        int tranches = 1 + random.nextInt(4);
        for (int i = 0; i < tranches; i++) {
            long quantity = 1L + random.nextInt(TRANCHE);
            data.append(i == 0 ? "[" : ",").append("{\"dueOn\":\"").append(day.plusDays(60 + 60L * i))
                    .append("\",\"quantity\":");
            decimal(data, quantity).append('}');
            sum += quantity;
        }
        data.append(']');
        return sum;
    }

    private StringBuilder ahead(StringBuilder data, LocalDate day, int days) {
        return data.append(day.plusDays(random.nextInt(days) - 30L));
    }

    private StringBuilder decimal(StringBuilder data, int most) {
        return decimal(data, 1L + random.nextInt(most));
    }

    /** A decimal with three digits after the point. */
    private static StringBuilder decimal(StringBuilder data, long thousandths) {
        data.append(thousandths / 1000).append('.');
        long rest = thousandths % 1000;
        return data.append(rest < 10 ? "00" : rest < 100 ? "0" : "").append(rest);
    }
}
