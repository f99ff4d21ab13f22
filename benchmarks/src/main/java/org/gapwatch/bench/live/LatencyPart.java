package org.gapwatch.bench.live;

import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;

/** From publishing an event at the intake to its alert at a client of the feed. */
public final class LatencyPart implements BenchPart {

    /** The load where part D did not tell what half of the full rate is. */
    private static final double USUAL_LOAD = 2_000;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.LATENCY);
    }

    @Override
    public void run(Bed bed) throws Exception {
        Cluster cluster = bed.cluster();
        cluster.empty(Cluster.INTAKE);
        try (LiveServices services = LiveServices.start(cluster, bed.mongoUri(), bed.directory())) {
            bed.report().heading("From publishing an event at the intake to its alert at a client of the feed");
            tell(bed, "idle", services.idle(), 100, 200);
            double load = bed.rateOfD().isPresent() ? bed.rateOfD().getAsDouble() / 2 : USUAL_LOAD;
            tell(bed, String.format("with %,.0f events/s beside it", load), services.loaded(bed.workload(), load), 150,
                    300);
        }
    }

    private static void tell(Bed bed, String name, Latency.Percentiles latency, double p50, double p99) {
        bed.report().target(Part.LATENCY, name + ", p50", "", latency.p50(), "ms", Bound.atMost(p50));
        bed.report().target(Part.LATENCY, name + ", p99", "", latency.p99(), "ms", Bound.atMost(p99));
    }
}
