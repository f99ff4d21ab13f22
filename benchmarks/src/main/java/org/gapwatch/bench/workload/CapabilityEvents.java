package org.gapwatch.bench.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.gapwatch.contract.EventType;

/** The events about one capability: its lines, its parties and its open orders, of which the oldest give way. */
final class CapabilityEvents {

    private static final int PARTIES = 3;

    private final String code;
    private final Shape shape;
    private final SplittableRandom random;
    private int orders = 1;
    private int deliveries;

    CapabilityEvents(String code, Shape shape, SplittableRandom random) {
        this.code = code;
        this.shape = shape;
        this.random = random;
    }

    Published next(EventType type, Instant time, String id) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        String data = switch (type) {
            case ORDER_PLACED -> {
                orders++;
                yield order(orders - 1) + ",\"buyer\":\"Ministry of Defence\",\"supplier\":\"Works " + random.nextInt(9)
                        + "\",\"schedule\":" + schedule(day) + "}";
            }
            case ORDER_AMENDED -> order(openOrder()) + ",\"schedule\":" + schedule(day)
                    + ",\"reason\":\"option taken\"}";
            case ORDER_DELIVERED -> order(openOrder()) + ",\"deliveryId\":\"d-" + deliveries++ + "\",\"quantity\":"
                    + quantity(60_000) + ",\"deliveredOn\":\"" + day + "\"}";
            case ORDER_CANCELLED -> order(openOrder()) + ",\"reason\":\"budget\"}";
            case LINE_OPENED -> line() + ",\"opensOn\":\"" + ahead(day, 400) + "\",\"monthlyCapacity\":"
                    + quantity(40_000) + ",\"rampMonths\":" + random.nextInt(18) + ",\"country\":\"NO\"}";
            case LINE_RESCHEDULED -> line() + ",\"opensOn\":\"" + ahead(day, 500) + "\",\"reason\":\"tooling late\"}";
            case LINE_CAPACITY_CHANGED -> line() + ",\"effectiveOn\":\"" + ahead(day, 400) + "\",\"monthlyCapacity\":"
                    + quantity(50_000) + ",\"rampMonths\":" + random.nextInt(12) + "}";
            case LINE_CLOSED -> line() + ",\"effectiveOn\":\"" + ahead(day, 700) + "\"}";
            case OUTPUT_ASSESSED -> "{\"party\":\"party-" + random.nextInt(PARTIES) + "\",\"capability\":\"" + code
                    + "\",\"monthlyOutput\":" + quantity(200_000) + ",\"effectiveOn\":\"" + ahead(day, 200)
                    + "\",\"citation\":\"https://example.org/assessments/" + id + "\"}";
        };
        return new Published(type, "urn:bench:publisher-" + random.nextInt(4), id, time, code, data);
    }

    private String line() {
        return "{\"lineId\":\"" + code + "-line-" + random.nextInt(shape.linesPerCapability()) + "\",\"capability\":\""
                + code + "\"";
    }

    private String order(int number) {
        return "{\"orderId\":\"" + code + "-order-" + number + "\",\"capability\":\"" + code + "\"";
    }

    private int openOrder() {
        return orders - 1 - random.nextInt(Math.min(orders, shape.openOrders()));
    }

    private String schedule(LocalDate day) {
        StringBuilder schedule = new StringBuilder("[");
        int entries = 1 + random.nextInt(8);
        for (int i = 0; i < entries; i++) {
            schedule.append(i == 0 ? "" : ",").append("{\"dueOn\":\"").append(day.plusDays(20 + 60L * i))
                    .append("\",\"quantity\":").append(quantity(100_000)).append('}');
        }
        return schedule.append(']').toString();
    }

    private LocalDate ahead(LocalDate day, int days) {
        return day.plusDays(random.nextInt(days) - 30L);
    }

    /** A decimal with up to three digits after the point. */
    private String quantity(int thousandths) {
        int n = 1 + random.nextInt(thousandths);
        return n / 1000 + "." + String.valueOf(1000 + n % 1000).substring(1);
    }
}
