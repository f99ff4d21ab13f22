package org.gapwatch.bench.rung;

import java.util.EnumSet;
import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Part;

/** Parts A to D: how fast a backlog is worked off. */
public final class Rates implements BenchPart {

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.A, Part.B, Part.C, Part.D);
    }

    @Override
    public void run(Bed bed) throws Exception {
        bed.report().heading("Rates");
    }
}
