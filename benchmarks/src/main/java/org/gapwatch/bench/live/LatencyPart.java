package org.gapwatch.bench.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;

/** From publishing an event at the intake to its alert at a client of the feed. */
public final class LatencyPart implements BenchPart {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration WARM_UP_QUICK = Duration.ofSeconds(5);
    private static final int PROBES = 300;
    private static final int PROBES_QUICK = 60;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.LATENCY);
    }

    @Override
    public void run(Bed bed) throws Exception {
        Cluster cluster = bed.cluster();
        cluster.empty(Cluster.INTAKE);
        cluster.empty(Cluster.CANONICAL);
        bed.report().heading("From publishing an event at the intake to its alert at a client of the feed");
        Clock clock = Clock.systemUTC();
        boolean quick = bed.options().quick();
        int probes = quick ? PROBES_QUICK : PROBES;
        Duration warmUp = quick ? WARM_UP_QUICK : WARM_UP;
        double load = Load.perSecond(bed);
        try (LiveServices services = LiveServices.all(bed, clock);
                AlertFeed feed = AlertFeed.connect(services.alertsPort())) {
            try (Probes idle = new Probes("idle", cluster, feed, clock)) {
                tell(bed, "idle", measure(idle, warmUp, probes), 100, 200);
            }
            services.restReadModels();
            try (BackgroundLoad _ = new BackgroundLoad(cluster, bed.workload(), load);
                    Probes loaded = new Probes("loaded", cluster, feed, clock)) {
                tell(bed, String.format("with %,.0f events/s beside it", load), measure(loaded, warmUp, probes), 150,
                        300);
            }
        }
    }

    private static List<Double> measure(Probes probes, Duration warmUp, int count) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < warmUp.toNanos()) {
            probes.oneByOne(1);
        }
        probes.untilKeptUp();
        probes.oneByOne(count);
        return probes.take();
    }

    private static void tell(Bed bed, String name, List<Double> millis, double p50, double p99) {
        bed.report().target(Part.LATENCY, name + ", p50", "", Median.of(millis), "ms", Bound.atMost(p50));
        bed.report().target(Part.LATENCY, name + ", p99", "", Median.quantile(millis, 0.99), "ms", Bound.atMost(p99));
    }
}
