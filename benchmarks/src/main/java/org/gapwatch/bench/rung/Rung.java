package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Measured;
/** One thing that is measured, again in every round. */
public interface Rung {

    /** What the table calls it. */
    String name();

    /** Does it once, over all events. */
    Measured run(int round) throws Exception;
}
