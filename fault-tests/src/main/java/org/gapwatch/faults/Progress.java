package org.gapwatch.faults;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.gapwatch.faults.line.Line;

/** Tells what is being done. */
record Progress(PrintStream out) {

    void tell(Line line, String what) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line.name() + ": " + what);
    }
}
