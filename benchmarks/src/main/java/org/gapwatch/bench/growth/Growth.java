package org.gapwatch.bench.growth;

import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Part;

/** Whether an event costs the same however much is known. */
public final class Growth implements BenchPart {

    @Override
    public Set<Part> parts() {
        return Set.of(Part.GROWTH);
    }

    @Override
    public void run(Bed bed) throws Exception {
        CoreGrowth.measure().forEach((name, cost) -> bed.report().figure(Part.GROWTH, name,
                cost.addMicros() + cost.assessMicros(), "us"));
    }
}
