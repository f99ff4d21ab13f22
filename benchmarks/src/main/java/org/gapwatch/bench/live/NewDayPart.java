package org.gapwatch.bench.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.BenchPart;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Median;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Row.Bound;

/**
 * From publishing an event at the intake to its alert at a client of the feed, while a new UTC day has a thousand other
 * capabilities with ten years of history evaluated, and while events come in. Days begin when the services' clock is put
 * forward.
 */
public final class NewDayPart implements BenchPart {

    private static final int CAPABILITIES = 1_000;
    private static final int CAPABILITIES_QUICK = 200;
    private static final int MILLIS_APART = 10;
    /** So many probes at least fall into each day's beginning. */
    private static final int PROBES = 100;
    private static final int WARM_UP = 50;

    @Override
    public Set<Part> parts() {
        return Set.of(Part.NEWDAY);
    }

    @Override
    public void run(Bed bed) throws Exception {
        int capabilities = bed.options().quick() ? CAPABILITIES_QUICK : CAPABILITIES;
        int days = bed.options().rounds();
        Cluster cluster = bed.cluster();
        cluster.empty(Cluster.INTAKE);
        cluster.empty(Cluster.CANONICAL);
        bed.report().heading("A new day");
        // The last day to begin is today: what lies ahead of the broker's clock would be rejected.
        MovableClock clock = new MovableClock(Duration.ofDays(days + 1L).negated());
        new Loader(cluster).toCanonical(new TenYears(capabilities, clock.today()));
        double load = Load.perSecond(bed);
        // Those that the load touches are always waiting for their next turn.
        int left = bed.workload().capabilities() + capabilities / 10;
        List<Double> millis = new ArrayList<>();
        try (LiveServices services = LiveServices.all(bed, clock, "--gapwatch.stream.application-id=bench-new-day");
                AlertFeed feed = AlertFeed.connect(services.alertsPort());
                BackgroundLoad _ = new BackgroundLoad(cluster, bed.workload(), load);
                Probes probes = new Probes("new-day", cluster, feed, clock)) {
            services.restReadModels();
            MeterRegistry meters = services.alerts().getBean(MeterRegistry.class);
            Await.until("all is evaluated", () -> pending(meters) <= left);
            probes.oneByOne(WARM_UP);
            probes.untilKeptUp();
            for (int day = 0; day <= days; day++) {
                clock.nextDay();
                probeWhileEvaluated(probes, meters, left, left + capabilities / 2);
                List<Double> ofDay = probes.take();
                if (day > 0) {
                    millis.addAll(ofDay);
                }
            }
        }
        String what = String.format("new day of %,d capabilities, %,.0f events/s beside it", capabilities, load);
        bed.report().figure(Part.NEWDAY, what + ", p50", Median.of(millis), "ms");
        bed.report().target(Part.NEWDAY, what + ", p99", "", Median.quantile(millis, 0.99), "ms", Bound.atMost(400));
    }

    private static void probeWhileEvaluated(Probes probes, MeterRegistry meters, int left, int begin)
            throws InterruptedException {
        boolean begun = false;
        for (int sent = 0; sent < PROBES || !begun || pending(meters) > left; sent++) {
            probes.send();
            TimeUnit.MILLISECONDS.sleep(MILLIS_APART);
            begun |= pending(meters) > begin;
        }
    }

    private static double pending(MeterRegistry meters) {
        return meters.get("gapwatch.capabilities.pending").gauge().value();
    }
}
