package org.gapwatch.bench.live;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Part;

/** From kill -9 of the alerts service to its state restored. */
public final class RestartPart implements BenchPart {

    @Override
    public Set<Part> parts() {
        return Set.of(Part.RESTART);
    }

    @Override
    public void run(Bed bed) throws Exception {
        Cluster cluster = bed.cluster();
        cluster.empty(Cluster.CANONICAL);
        new Loader(cluster).toCanonical(bed.workload());
        bed.report().heading("Restart after kill -9");
        var times = new Restart(cluster, bed.mongoUri(), bed.directory())
                .measure(new FinalGaps(bed.workload(), LocalDate.now(ZoneOffset.UTC)), bed.options().rounds());
        bed.report().figure(Part.RESTART, "stream RUNNING after kill -9", times.running(), "s");
        bed.report().figure(Part.RESTART, "service ready after kill -9", times.ready(), "s");
    }
}
