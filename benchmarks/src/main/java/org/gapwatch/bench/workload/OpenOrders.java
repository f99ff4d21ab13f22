package org.gapwatch.bench.workload;

import java.util.Arrays;

/** The orders of a capability that wait for deliveries, each by its number, and what is left of it in thousandths. */
final class OpenOrders {

    private int[] orders = new int[64];
    private long[] left = new long[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(int order, long quantity) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
        }
        orders[size] = order;
        left[size] = quantity;
        size++;
    }

    int order(int index) {
        return orders[index];
    }

    long left(int index) {
        return left[index];
    }

    void left(int index, long quantity) {
        left[index] = quantity;
    }

    /** Removes one, in whose place the last one comes; returns its number. */
    int remove(int index) {
        int order = orders[index];
        size--;
        orders[index] = orders[size];
        left[index] = left[size];
        return order;
    }
}
