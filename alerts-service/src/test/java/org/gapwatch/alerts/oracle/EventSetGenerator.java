package org.gapwatch.alerts.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;

/**
 * Makes one {@link EventSet}. A set has a character of its own (its days, how near its months lie together, how large
 * its quantities are, what kinds of entity it has): corners are met by sets that stay in one, not by chance in a blend.
 */
final class EventSetGenerator {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    /** The last day that the page knows. */
    static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final long MAX_QUANTITY = 1_000_000_000_000L;
    /** U+1F600 and U+FF5E: code points and UTF-16 units put them in different orders. */
    private static final List<String> NAMES = List.of("a", "b", "~", "\uFF5E", "\uD83D\uDE00", "\uD83D\uDE00a",
            "\uE000");
    private static final List<String> CODES = List.of("tanks", "air-defence.interceptor", "drones.fpv-7");

    private enum Months {
        SAME, NEAR, YEARS, ANY
    }

    private enum Quantities {
        FEW, EVERYDAY, ALIKE, FRACTIONS, BOUNDS
    }

    private final long seed;
    private final Random random;
    private final LocalDate start;
    private final LocalDate today;
    private final Months months;
    private final Quantities quantities;
    private final int kinds;
    private final int capabilities;
    private final int entities;
    private final boolean ties;

    EventSetGenerator(long seed) {
        this.seed = seed;
        // Seeds that follow each other make similar first numbers.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        int span = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(3);
            case 1, 2, 3, 4 -> 20 + random.nextInt(150);
            case 5, 6, 7, 8 -> 100 + random.nextInt(400);
            default -> 400 + random.nextInt(800);
        };
        LocalDate from = switch (random.nextInt(8)) {
            case 0 -> FIRST;
            case 1 -> LAST.minusDays(span);
            case 2 -> LocalDate.of(2023 + random.nextInt(2), 11, 25).plusDays(random.nextInt(8));
            default -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
        };
        start = from;
        today = min(from.plusDays(span), LAST);
        months = pick(Months.NEAR, Months.NEAR, Months.NEAR, Months.YEARS, Months.YEARS, Months.SAME, Months.ANY);
        quantities = pick(Quantities.values());
        // Bits: lines, orders, references.
        kinds = pick(7, 7, 7, 3, 3, 5, 1, 2, 4);
        capabilities = pick(1, 1, 1, 2, 3);
        entities = pick(1, 1, 2, 3);
        ties = random.nextInt(3) == 0;
    }

    EventSet generate() {
        List<Event> events = new ArrayList<>();
        int count = 1 + random.nextInt(pick(4, 12, 24, 24));
        for (int i = 0; i < count; i++) {
            Instant time = ties && i > 0 && random.nextBoolean()
                    ? events.get(random.nextInt(i)).time()
                    : time(knownOn());
            Statement statement = statement();
            events.add(new Event(pick(NAMES), pick(NAMES) + i, time, statement));
            if (random.nextInt(20) == 0) {
                // The same source and id, about another entity, is another event.
                Event last = events.getLast();
                events.add(new Event(last.source(), last.id(), time(knownOn()), cancellation("another-" + i)));
            }
        }
        int distinct = events.size();
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(events.get(random.nextInt(distinct)));
        }
        Collections.shuffle(events, random);
        return new EventSet(seed, today, List.copyOf(events));
    }

    /** Now and then tomorrow, and now and then the first or the last day of a month. */
    private LocalDate knownOn() {
        LocalDate day = min(start.plusDays(random.nextInt((int) (today.toEpochDay() - start.toEpochDay()) + 2)), LAST);
        return switch (random.nextInt(8)) {
            case 0 -> max(day.withDayOfMonth(1), start);
            case 1 -> day.withDayOfMonth(day.lengthOfMonth());
            default -> day;
        };
    }

    private Instant time(LocalDate day) {
        LocalTime time = switch (random.nextInt(6)) {
            case 0 -> LocalTime.MIN;
            case 1 -> LocalTime.MAX;
            case 2 -> LocalTime.NOON;
            default -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
        };
        return day.atTime(time).toInstant(ZoneOffset.UTC);
    }

    private Statement statement() {
        String capability = CODES.get(random.nextInt(capabilities));
        String entity = "E-" + random.nextInt(entities);
        while (true) {
            // Lines have most ways to go wrong.
            int kind = pick(1, 1, 1, 2, 2, 4);
            if ((kind & kinds) != 0) {
                return switch (kind) {
                    case 1 -> line(entity, capability);
                    case 2 -> order(entity, capability);
                    default -> new ReferenceStatement.Assessed(entity, capability, quantity(), day());
                };
            }
        }
    }

    private LineStatement line(String id, String capability) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new LineStatement.Opened(id, capability, day(), quantity(), ramp());
            case 3 -> new LineStatement.Rescheduled(id, capability, day());
            case 4, 5 -> new LineStatement.CapacityChanged(id, capability, day(), quantity(), ramp());
            default -> new LineStatement.Closed(id, capability, day());
        };
    }

    private OrderStatement order(String id, String capability) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new OrderStatement.Placed(id, capability, schedule());
            case 3, 4 -> new OrderStatement.Amended(id, capability, schedule());
            case 5, 6, 7 -> new OrderStatement.Delivered(id, capability, "D" + random.nextInt(4), quantity(), day());
            default -> new OrderStatement.Cancelled(id, capability);
        };
    }

    private OrderStatement cancellation(String id) {
        return new OrderStatement.Cancelled(id, CODES.get(random.nextInt(capabilities)));
    }

    private List<Tranche> schedule() {
        List<Tranche> schedule = new ArrayList<>();
        for (int i = pick(1, 1, 2, 3, 6); i > 0; i--) {
            schedule.add(new Tranche(day(), quantity()));
        }
        return schedule;
    }

    /** A day that a statement is about. */
    private LocalDate day() {
        YearMonth middle = YearMonth.from(start);
        YearMonth month = switch (months) {
            case SAME -> YearMonth.from(today).plusMonths(pick(0, 0, 0, 1, -1));
            case NEAR -> middle.plusMonths(random.nextInt(12) - 3);
            case YEARS -> middle.plusMonths(random.nextInt(72) - 24);
            case ANY -> YearMonth.of(1990 + random.nextInt(111), 1 + random.nextInt(12));
        };
        LocalDate day = switch (random.nextInt(6)) {
            case 0 -> month.atDay(1);
            case 1 -> month.atEndOfMonth();
            default -> month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        };
        return random.nextInt(60) == 0 ? pick(FIRST, LAST) : min(max(day, FIRST), LAST);
    }

    private long quantity() {
        return random.nextInt(12) == 0 ? 0 : switch (quantities) {
            case FEW -> 1000L * random.nextInt(8);
            case EVERYDAY -> 1000L * random.nextInt(2000);
            case ALIKE -> 1000L * (900 + random.nextInt(200));
            case FRACTIONS -> random.nextInt(100_000);
            case BOUNDS -> pick(1L, 2L, 999L, MAX_QUANTITY, MAX_QUANTITY, MAX_QUANTITY - 1, MAX_QUANTITY / 7);
        };
    }

    private int ramp() {
        return pick(0, 0, 0, 0, 1, 2, 5, 11, 36, 600);
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
