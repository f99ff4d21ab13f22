package org.gapwatch.contract.codec;

import java.util.List;

/** What became of reading a batch: one reading for each event, or why it is no batch at all. */
public sealed interface BatchReading {

    /** The batch could be taken apart; one reading for each of its events, in order. */
    record Events(List<Reading> readings) implements BatchReading {
        public Events {
            readings = List.copyOf(readings);
        }
    }

    /** The batch could not be taken apart, and no event of it was read. */
    record Rejected(List<Problem> problems) implements BatchReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
