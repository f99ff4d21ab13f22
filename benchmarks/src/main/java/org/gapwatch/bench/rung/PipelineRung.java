package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.bench.harness.Watch;

/**
 * Intake to final gaps, both front services and the stream in this JVM. The clock stops when the right gaps and alerts are
 * committed.
 */
final class PipelineRung implements Rung {

    private final Bed bed;

    PipelineRung(Bed bed) {
        this.bed = bed;
    }

    @Override
    public String name() {
        return "intake to final gaps, three services in one JVM";
    }

    @Override
    public Measured run(int round) throws Exception {
        Cluster cluster = bed.cluster();
        String application = "bench-pipeline-" + round;
        try (FrontServices services = FrontServices.start(bed);
                Outputs outputs = Outputs.create(cluster, application);
                RunningStream stream = RunningStream.start(cluster.bootstrapServers(), bed.directory(), application,
                        outputs.topics())) {
            return Measured.upTo(bed.options().events(), () -> {
                services.release();
                return Watch.await(bed.finalGaps(), cluster, outputs.gaps(), outputs.alerts(), stream::alive);
            });
        }
    }
}
