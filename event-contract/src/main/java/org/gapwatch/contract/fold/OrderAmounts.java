package org.gapwatch.contract.fold;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The amounts of an order while it is folded: the schedule in force, the sum of its deliveries, whether it is cancelled
 * (docs/gap-model.md, "Order"). It knows no delivery by its id: who folds tells what a delivery adds to the sum. Quantities
 * are whole thousandths. Used again and again, so that a fold makes no object for each statement.
 */
public final class OrderAmounts {

    private int[] months = new int[8];
    private long[] amounts = new long[8];
    private int size;
    /** At most 500 entries of 10^12 each. */
    private long scheduled;
    private final WideSum delivered = new WideSum();
    private boolean cancelled;

    /** Begins anew, with no statement. */
    public void clear() {
        size = 0;
        scheduled = 0;
        delivered.clear();
        cancelled = false;
    }

    /** The order is placed or amended: replaces the schedule by an empty one, and undoes a cancellation. */
    public void schedule() {
        size = 0;
        scheduled = 0;
        cancelled = false;
    }

    /** Adds to the schedule what is due in a month; quickest in the order of months. */
    public void due(int month, long quantity) {
        if (quantity == 0) {
            return;
        }
        scheduled += quantity;
        int at = size;
        while (at > 0 && months[at - 1] > month) {
            at--;
        }
        if (at > 0 && months[at - 1] == month) {
            amounts[at - 1] += quantity;
            return;
        }
        if (size == months.length) {
            months = Arrays.copyOf(months, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        System.arraycopy(months, at, months, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        months[at] = month;
        amounts[at] = quantity;
        size++;
    }

    /** A delivery adds so much to the sum: its quantity, or what that differs by from the one it replaces. */
    public void deliver(long change) {
        delivered.add(change);
    }

    /** The order is cancelled. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the order is cancelled now. */
    public boolean cancelled() {
        return cancelled;
    }

    /** What the schedule in force sums up to. */
    public long scheduled() {
        return scheduled;
    }

    /** What all deliveries sum up to; may pass 64 bits. */
    public BigInteger delivered() {
        return delivered.toBigInteger();
    }

    /** What is still to be delivered. */
    public long outstanding() {
        return cancelled ? 0 : scheduled - delivered.atMost(scheduled);
    }

    /** How many months the schedule has with something due. */
    public int size() {
        return size;
    }

    /** The month of the schedule at an index below {@link #size()}, ascending. */
    public int month(int index) {
        return months[index];
    }

    /** What the schedule says is due in the month at an index below {@link #size()}. */
    public long due(int index) {
        return amounts[index];
    }

    /** Tells what is outstanding by due month, ascending, without zeros. */
    public void outstanding(To to) {
        if (cancelled) {
            return;
        }
        long left = delivered.atMost(scheduled);
        for (int i = 0; i < size; i++) {
            long taken = Math.min(left, amounts[i]);
            left -= taken;
            if (taken < amounts[i]) {
                to.accept(months[i], amounts[i] - taken);
            }
        }
    }

    /** Takes an amount of a month. */
    @FunctionalInterface
    public interface To {

        /** Takes it. */
        void accept(int month, long amount);
    }
}
