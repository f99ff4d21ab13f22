package org.gapwatch.alerts.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.ledger.Ledger;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However the statements of orders come, early, late, twice or at the same instant, and however many they are: the ledger
 * has what folding each order's statements in statement order gives.
 */
class StatementsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(40);

    private final Ledger ledger = new Ledger();
    private final Statements statements = new Statements("c", ledger, new Scratch());
    private final List<Event> known = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ledgerHasWhatEachStatementChanged(long seed) {
        Random random = new Random(seed);
        int orders = seed % 4 == 0 ? 300 : 4;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < (orders == 4 ? 140 : 900); i++) {
            events.add(event(random, orders, i));
        }
        if (seed % 2 == 0) {
            Collections.shuffle(events, random);
        } else {
            events.sort(Event.STATEMENT_ORDER);
            Collections.swap(events, random.nextInt(events.size()), random.nextInt(events.size()));
        }
        for (int i = 0; i < events.size(); i++) {
            assertThat(statements.add(events.get(i))).isTrue();
            known.add(events.get(i));
            assertThat(statements.add(known.get(random.nextInt(known.size())))).as("seen before").isFalse();
            if (random.nextInt(60) == 0 || i == events.size() - 1) {
                statements.settle();
                check();
            }
        }
    }

    private static Event event(Random random, int orders, int i) {
        String order = "o" + random.nextInt(orders);
        OrderStatement statement = switch (random.nextInt(6)) {
            case 0 -> new OrderStatement.Placed(order, "c", schedule(random));
            case 1 -> new OrderStatement.Amended(order, "c", schedule(random));
            case 2 -> new OrderStatement.Cancelled(order, "c");
            default -> new OrderStatement.Delivered(order, "c", order + random.nextInt(9), random.nextInt(400), FIRST);
        };
        // Few instants, so that many statements share one.
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusMillis(random.nextInt(40) * 86_400_000L);
        return new Event("s" + random.nextInt(2), "e" + i, time, statement);
    }

    private static List<Tranche> schedule(Random random) {
        List<Tranche> schedule = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            schedule.add(new Tranche(FIRST.plusDays(random.nextInt(200)), random.nextInt(1000)));
        }
        return schedule;
    }

    private void check() {
        int from = Months.day(FIRST);
        Map<String, Long> told = new HashMap<>();
        for (int day = from; day <= Months.day(LAST); day++) {
            ledger.window().moveTo(day - 1, day);
            for (int i = 0; i < ledger.window().size(); i++) {
                told.merge(day + " " + ledger.window().type(i) + " " + ledger.window().month(i),
                        ledger.window().amount(i), Long::sum);
            }
        }
        told.values().removeIf(amount -> amount == 0);
        assertThat(told).isEqualTo(expected());
    }

    private Map<String, Long> expected() {
        Map<String, Long> expected = new HashMap<>();
        Map<String, EntityFold> folds = new HashMap<>();
        for (Event event : known.stream().sorted(Event.STATEMENT_ORDER).toList()) {
            EntityFold fold = folds.computeIfAbsent(event.statement().entityId(),
                    _ -> EntityFold.of(event.statement().entityKind()));
            MonthAmounts before = fold.amounts();
            fold.apply(event.statement());
            MonthAmounts change = fold.amounts().minus(before);
            for (int i = 0; i < change.size(); i++) {
                expected.merge(
                        Months.day(event.knownOn()) + " " + event.statement().type() + " " + change.month(i),
                        change.amount(i), Long::sum);
            }
        }
        expected.values().removeIf(amount -> amount == 0);
        return expected;
    }
}
