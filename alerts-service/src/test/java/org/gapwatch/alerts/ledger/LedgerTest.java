package org.gapwatch.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.gapwatch.alerts.calendar.Months;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.ReferenceStatement;
import org.gapwatch.contract.Statement;
import org.gapwatch.contract.fold.EntityFold;
import org.gapwatch.contract.fold.MonthAmounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is added when, and wherever the ledger is moved to in between: it stands as a plain sum says. */
class LedgerTest {

    private static final int FROM = Months.day(LocalDate.of(2024, 1, 1));

    private record Entry(int day, EventType type, MonthAmounts change) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Ledger ledger = new Ledger();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void standsAsAPlainSumSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                add(FROM + random.nextInt(700), statement(random, seed % 2 == 0));
            }
            int day = FROM - 50 + random.nextInt(800);
            ledger.standing().moveTo(day);
            if (random.nextBoolean()) {
                ledger.window().moveTo(day - random.nextInt(120), day);
            }
            add(day - random.nextInt(3), statement(random, seed % 2 == 0));
            checkStanding(day);
            checkWindow();
        }
    }

    private void add(int day, Statement statement) {
        EntityFold fold = EntityFold.of(statement.entityKind());
        fold.apply(statement);
        entries.add(new Entry(day, statement.type(), fold.amounts()));
        ledger.add(day, statement.type(), fold.amounts());
        assertThat(ledger.touchedFrom()).isLessThanOrEqualTo(day);
    }

    private void checkStanding(int day) {
        Standing standing = ledger.standing();
        int month = Months.of(day);
        assertThat(standing.month()).isEqualTo(month);
        assertThat(standing.overdue()).isEqualTo(sum(EntityKind.ORDER, day, m -> m < month));
        assertThat(standing.capacity()).isEqualTo(sum(EntityKind.LINE, day, m -> m <= month));
        assertThat(standing.reference()).isEqualTo(sum(EntityKind.REFERENCE, day, m -> m <= month));
        for (int some = month - 20; some < month + 60; some += 7) {
            int m = some;
            assertThat(standing.outstanding(m)).isEqualTo(sum(EntityKind.ORDER, day, x -> x == m));
            assertThat(standing.capacityStep(m)).isEqualTo(sum(EntityKind.LINE, day, x -> x == m));
            assertThat(standing.referenceStep(m)).isEqualTo(sum(EntityKind.REFERENCE, day, x -> x == m));
        }
    }

    private void checkWindow() {
        Amount expected = Amount.ZERO;
        Amount told = Amount.ZERO;
        for (Entry entry : entries) {
            for (int i = 0; i < entry.change().size() && ledger.window().contains(entry.day()); i++) {
                expected = expected.plus(weighed(entry.type(), entry.change().month(i), entry.change().amount(i)));
            }
        }
        for (int i = 0; i < ledger.window().size(); i++) {
            told = told.plus(
                    weighed(ledger.window().type(i), ledger.window().month(i), ledger.window().amount(i)));
        }
        assertThat(told).isEqualTo(expected);
    }

    /** Another weight for every type and month, so that one sum tells all cells apart. */
    private static Amount weighed(EventType type, int month, long amount) {
        return Amount.of(amount).times(type.ordinal() * 100_003L + month * 17L);
    }

    private Amount sum(EntityKind kind, int upToDay, IntPredicate months) {
        Amount sum = Amount.ZERO;
        for (Entry entry : entries) {
            for (int i = 0; i < entry.change().size(); i++) {
                if (entry.type().entityKind() == kind && entry.day() <= upToDay
                        && months.test(entry.change().month(i))) {
                    sum = sum.plus(Amount.of(entry.change().amount(i)));
                }
            }
        }
        return sum;
    }

    private static Statement statement(Random random, boolean huge) {
        LocalDate on = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1500));
        long quantity = huge ? random.nextLong(Long.MAX_VALUE) : random.nextInt(100_000);
        return switch (random.nextInt(3)) {
            case 0 -> new LineStatement.Opened("L", "c", on, quantity / 1000, random.nextInt(30));
            case 1 -> new ReferenceStatement.Assessed("P", "c", quantity, on);
            default -> new OrderStatement.Amended("O", "c", List.of(new OrderStatement.Tranche(on, quantity)));
        };
    }
}
