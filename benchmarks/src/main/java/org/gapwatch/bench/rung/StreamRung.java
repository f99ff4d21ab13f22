package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.bench.harness.Watch;

/**
 * The stream as shipped, in this JVM, from the canonical topics to final gaps. The clock runs from the moment the stream is
 * RUNNING until the right gaps and alerts are committed.
 */
final class StreamRung implements Rung {

    private final Bed bed;

    StreamRung(Bed bed) {
        this.bed = bed;
    }

    @Override
    public String name() {
        return "canonical topics to final gaps, in the same JVM";
    }

    @Override
    public Measured run(int round) throws Exception {
        Cluster cluster = bed.cluster();
        String application = "bench-stream-" + round;
        try (Outputs outputs = Outputs.create(cluster, application);
                RunningStream stream = RunningStream.start(cluster.bootstrapServers(), bed.directory(), application,
                        outputs.topics())) {
            return Measured.upTo(bed.options().events(), () -> Watch.await(bed.finalGaps(), cluster, outputs.gaps(),
                    outputs.alerts(), stream::alive));
        }
    }
}
