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
import org.gapwatch.bench.harness.Row.Bound;

/** From kill -9 of the alerts service, with the state of all events, to the alert of an event published meanwhile. */
public final class RestartPart implements BenchPart {

    /** After which a member that says nothing is out of its group: of the stream's consumer. */
    private static final double SESSION_TIMEOUT_SECONDS = 10;

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
        var gaps = new FinalGaps(bed.workload(), LocalDate.now(ZoneOffset.UTC));
        Restart.Times times = new Restart(bed).measure(gaps, bed.options().rounds());
        bed.report().figure(Part.RESTART, "plain consumers read the changelogs", times.plainRead(), "s");
        bed.report().figure(Part.RESTART, "kill -9 to stream RUNNING", times.running(), "s");
        bed.report().target(Part.RESTART, "kill -9 to first new alert",
                "session timeout (10 s) + 2 x plain read of changelogs", times.firstAlert(), "s",
                Bound.atMost(SESSION_TIMEOUT_SECONDS + 2 * times.plainRead()));
    }
}
