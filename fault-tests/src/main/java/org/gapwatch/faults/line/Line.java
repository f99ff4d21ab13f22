package org.gapwatch.faults.line;

import java.util.List;
import org.gapwatch.faults.system.RunningSystem;

/** A line of the fault table: a system of its own, and what is done to it. */
public interface Line {

    /** Its name on the command line. */
    String name();

    /** What is done, in any order, at random moments. */
    List<Fault> faults();

    /** How many brokers its system has. */
    default int brokers() {
        return 1;
    }

    /** Whether each service is alone of its kind under a name that stays; else instances come and go. */
    default boolean named() {
        return true;
    }

    /** Whether it makes sense with a real MongoDB server only. */
    default boolean needsMongod() {
        return false;
    }

    /** Whether clocks are off for a while, so that what is ahead may be accepted or rejected wrongly. */
    default boolean clocksAreOff() {
        return false;
    }

    /** What is to be done before its system starts. */
    default void prepare(RunningSystem system) throws Exception {
    }
}
