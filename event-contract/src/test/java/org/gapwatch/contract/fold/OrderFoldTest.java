package org.gapwatch.contract.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.OrderStatement.Amended;
import org.gapwatch.contract.OrderStatement.Cancelled;
import org.gapwatch.contract.OrderStatement.Delivered;
import org.gapwatch.contract.OrderStatement.Placed;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.junit.jupiter.api.Test;

class OrderFoldTest {

    private static final long BOUND = 1_000_000_000_000L;
    private static final LocalDate JAN = LocalDate.of(2026, 1, 10);
    private static final LocalDate MAR = LocalDate.of(2026, 3, 31);

    private final OrderFold order = new OrderFold();

    @Test
    void deliveriesAreTakenFromTheEarliestMonths() {
        order.apply(placed(new Tranche(MAR, 50), new Tranche(JAN, 20), new Tranche(JAN.plusDays(3), 10)));
        order.apply(delivered("D1", 35));

        assertThat(order.amounts()).hasToString("{2026-3=45}");
        assertThat(order.outstanding()).isEqualTo(45);
        assertThat(order.scheduled()).isEqualTo(80);
        assertThat(order.delivered()).isEqualTo(BigInteger.valueOf(35));
    }

    @Test
    void aDeliveryStatedAgainReplacesTheOneBefore() {
        order.apply(placed(new Tranche(JAN, 20)));
        order.apply(delivered("D1", 35));
        order.apply(delivered("D1", 5));

        assertThat(order.amounts()).hasToString("{2026-1=15}");
    }

    @Test
    void anAmendmentUndoesACancellationAndDeliveriesStay() {
        order.apply(delivered("D1", 5));
        assertThat(order.amounts()).isEqualTo(MonthAmounts.NONE);
        order.apply(placed(new Tranche(JAN, 20)));
        order.apply(new Cancelled("O", "tanks"));
        assertThat(order.amounts()).isEqualTo(MonthAmounts.NONE);
        assertThat(order.outstanding()).isZero();
        assertThat(order.cancelled()).isTrue();
        order.apply(new Amended("O", "tanks", List.of(new Tranche(MAR, 30))));

        assertThat(order.cancelled()).isFalse();
        assertThat(order.amounts()).hasToString("{2026-3=25}");
    }

    @Test
    void whatIsDeliveredBeyondTheScheduleHelpsNobody() {
        order.apply(placed(new Tranche(JAN, 20)));
        order.apply(delivered("D1", 30));

        assertThat(order.amounts()).isEqualTo(MonthAmounts.NONE);
        assertThat(order.outstanding()).isZero();
    }

    @Test
    void randomOrdersEqualASummationFromScratchAfterEveryStatement() {
        for (long seed = 1; seed <= 3_000; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            OrderFold fold = new OrderFold();
            List<OrderStatement> said = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                said.add(statement(random));
                fold.apply(said.getLast());
                assertThat(fold.amounts()).as("seed %s after %s", seed, said).hasToString(fromScratch(said));
            }
        }
    }

    private static OrderStatement statement(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Placed("O", "tanks", tranches(random));
            case 2 -> new Amended("O", "tanks", tranches(random));
            case 3 -> new Cancelled("O", "tanks");
            default -> new Delivered("O", "tanks", "D" + random.nextInt(8), quantity(random), JAN);
        };
    }

    private static List<Tranche> tranches(RandomGenerator random) {
        List<Tranche> result = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            result.add(new Tranche(JAN.plusDays(random.nextInt(200)), quantity(random)));
        }
        return result;
    }

    private static long quantity(RandomGenerator random) {
        int kind = random.nextInt(10);
        return kind == 0 ? 0 : kind == 1 ? BOUND : random.nextLong(1, 1_000);
    }

    private static String fromScratch(List<OrderStatement> said) {
        List<Tranche> schedule = List.of();
        Map<String, Long> deliveries = new HashMap<>();
        boolean cancelled = false;
        for (OrderStatement statement : said) {
            switch (statement) {
                case Placed p -> {
                    schedule = p.schedule();
                    cancelled = false;
                }
                case Amended a -> {
                    schedule = a.schedule();
                    cancelled = false;
                }
                case Delivered d -> deliveries.put(d.deliveryId(), d.quantity());
                case Cancelled _ -> cancelled = true;
            }
        }
        TreeMap<LocalDate, Long> months = new TreeMap<>();
        schedule.forEach(t -> months.merge(t.dueOn().withDayOfMonth(1), t.quantity(), Long::sum));
        long left = deliveries.values().stream().mapToLong(Long::longValue).sum();
        List<String> result = new ArrayList<>();
        for (Map.Entry<LocalDate, Long> month : months.entrySet()) {
            long outstanding = Math.max(0, month.getValue() - left);
            left = Math.max(0, left - month.getValue());
            if (outstanding > 0 && !cancelled) {
                result.add(month.getKey().getYear() + "-" + month.getKey().getMonthValue() + "=" + outstanding);
            }
        }
        return "{" + String.join(", ", result) + "}";
    }

    private static Placed placed(Tranche... schedule) {
        return new Placed("O", "tanks", List.of(schedule));
    }

    private static Delivered delivered(String deliveryId, long quantity) {
        return new Delivered("O", "tanks", deliveryId, quantity, JAN);
    }
}
