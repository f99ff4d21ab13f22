package org.gapwatch.bench.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.Statement;

/**
 * What is known of some capabilities before anything is measured, and the events that are then measured: deliveries, and
 * an amended schedule every tenth time, for orders picked at random.
 *
 * @param capabilities how many capabilities there are
 * @param orders how many orders a capability has
 * @param deliveries how many deliveries each order has had
 * @param years over how many years these are spread
 */
record History(int capabilities, int orders, int deliveries, int years) {

    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final int LINES = 5;

    static String code(int capability) {
        return "bench.growth-" + capability;
    }

    /** Everything known before, capability by capability, in the order of time. */
    List<Event> before(int capability) {
        SplittableRandom random = new SplittableRandom(capability);
        String code = code(capability);
        List<Event> events = new ArrayList<>();
        LocalDate first = TODAY.minusYears(years);
        for (int line = 0; line < LINES; line++) {
            events.add(event("line-" + line, first, new LineStatement.Opened("L" + line, code, first, 2_000_000, 6)));
        }
        long days = first.until(TODAY, ChronoUnit.DAYS);
        for (int order = 0; order < orders; order++) {
            LocalDate placed = first.plusDays(days * order / orders);
            events.add(event("o-" + order, placed,
                    new OrderStatement.Placed("O" + order, code, schedule(placed, random))));
        }
        for (int i = 0; i < orders * deliveries; i++) {
            LocalDate day = first.plusDays(days * i / (orders * deliveries));
            events.add(event("d-" + i, day, delivery(i % orders, "D" + i, code, day, random)));
        }
        return events;
    }

    /** The n-th event that is measured, known today, later than those before. */
    Event next(int n, SplittableRandom random) {
        String code = code(n % capabilities);
        int order = random.nextInt(orders);
        Statement statement = n % 10 == 9
                ? new OrderStatement.Amended("O" + order, code, schedule(TODAY, random))
                : delivery(order, "N" + n, code, TODAY, random);
        // In the order of time: what comes late is another matter.
        Instant time = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(n);
        return new Event("urn:bench:growth", "n-" + n, time, statement);
    }

    private static Event event(String id, LocalDate day, Statement statement) {
        return new Event("urn:bench:growth", id, day.atStartOfDay(ZoneOffset.UTC).toInstant(), statement);
    }

    private static Statement delivery(int order, String id, String code, LocalDate day, SplittableRandom random) {
        return new OrderStatement.Delivered("O" + order, code, id, 1 + random.nextInt(1_000), day);
    }

    private static List<Tranche> schedule(LocalDate day, SplittableRandom random) {
        List<Tranche> schedule = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            schedule.add(new Tranche(day.plusMonths(3L * i), 1 + random.nextInt(1_000_000)));
        }
        return schedule;
    }
}
