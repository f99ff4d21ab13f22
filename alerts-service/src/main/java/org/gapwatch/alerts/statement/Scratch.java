package org.gapwatch.alerts.statement;

import org.gapwatch.contract.fold.OrderAmounts;

/**
 * What adding an event works with, and nothing that outlasts it. All capabilities that a thread adds to share one: with one
 * each, thousands of capabilities in turn would find none of it in the processor's cache. Not safe for use by several
 * threads.
 */
public final class Scratch {

    final Packing packing = new Packing();
    final Packing name = new Packing();
    final Unpacking in = new Unpacking();
    final OrderAmounts schedule = new OrderAmounts();
    final SmallOrder smallOrder = new SmallOrder();

    /** A new one. */
    public Scratch() {
        // Nothing is in it yet.
    }
}
