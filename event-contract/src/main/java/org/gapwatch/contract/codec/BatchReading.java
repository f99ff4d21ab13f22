package org.gapwatch.contract.codec;

import java.util.List;

/** What became of reading a batch: what became of each event, or why it is no batch at all. */
public sealed interface BatchReading {

    /** The batch could be taken apart; one item for each of its events, in order. */
    record Events(List<Item> items) implements BatchReading {
        public Events {
            items = List.copyOf(items);
        }
    }

    /**
     * One event of a batch.
     *
     * @param reading what became of it
     * @param from the index in the batch's bytes at which it begins
     * @param to the index after its last byte
     */
    record Item(Reading reading, int from, int to) {
    }

    /** The batch could not be taken apart, and no event of it was read. */
    record Rejected(List<Problem> problems) implements BatchReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
