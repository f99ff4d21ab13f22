package org.gapwatch.border.entity;

import java.util.ArrayList;
import java.util.List;
import org.gapwatch.contract.fold.MonthAmounts;

/**
 * A month and its quantity, as JSON.
 *
 * @param month such as {@code 2026-11}
 * @param quantity the quantity
 */
public record MonthQuantity(String month, Quantity quantity) {

    /** The amounts of each month. */
    public static List<MonthQuantity> amounts(MonthAmounts amounts) {
        List<MonthQuantity> months = new ArrayList<>(amounts.size());
        for (int i = 0; i < amounts.size(); i++) {
            months.add(new MonthQuantity(name(amounts.month(i)), Quantity.of(amounts.amount(i))));
        }
        return months;
    }

    /** Of steps: what they add up to, from each month on in which that changes. */
    public static List<MonthQuantity> levels(MonthAmounts steps) {
        List<MonthQuantity> months = new ArrayList<>(steps.size());
        long level = 0;
        for (int i = 0; i < steps.size(); i++) {
            level += steps.amount(i);
            months.add(new MonthQuantity(name(steps.month(i)), Quantity.of(level)));
        }
        return months;
    }

    /** Of steps: what they add up to in a month, given as {@code year * 12 + month - 1}. */
    public static Quantity level(MonthAmounts steps, int month) {
        long level = 0;
        for (int i = 0; i < steps.size() && steps.month(i) <= month; i++) {
            level += steps.amount(i);
        }
        return Quantity.of(level);
    }

    /** All amounts together. */
    public static Quantity total(MonthAmounts amounts) {
        long total = 0;
        for (int i = 0; i < amounts.size(); i++) {
            total += amounts.amount(i);
        }
        return Quantity.of(total);
    }

    private static String name(int month) {
        return "%04d-%02d".formatted(month / 12, month % 12 + 1);
    }
}
