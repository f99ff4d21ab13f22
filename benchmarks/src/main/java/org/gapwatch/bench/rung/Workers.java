package org.gapwatch.bench.rung;

import java.util.ArrayDeque;
import java.util.Deque;

/** Processes to be ended at the end. */
final class Workers implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T one) {
        open.push(one);
        return one;
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
