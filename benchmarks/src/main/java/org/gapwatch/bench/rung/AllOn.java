package org.gapwatch.bench.rung;

import java.util.ArrayList;
import java.util.List;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.FinalGaps;
import org.gapwatch.bench.harness.Loader;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.bench.harness.Part;
import org.gapwatch.bench.harness.Watch;
import org.gapwatch.bench.workload.Shape;
import org.gapwatch.bench.workload.Workload;
import org.gapwatch.contract.Topics;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.gapwatch.service.projection.ProjectionRunner;
import org.gapwatch.service.projection.Projections;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * "D, all on": the three services just as they ship, projections into the embedded MongoDB-wire server and all, in this
 * JVM. The clock stops when the gaps are right and every read model has caught up.
 */
final class AllOn {

    /** Fewer than elsewhere: the embedded server is the slowest by far, and takes the time of documents, not of events. */
    private static final int MOST = 100_000;

    private AllOn() {
    }

    static void measure(Bed bed) throws Exception {
        int events = Math.min(MOST, bed.options().events());
        Workload workload = new Workload(Shape.standard(events));
        FinalGaps right = new FinalGaps(workload, Workload.TODAY);
        Cluster cluster = bed.cluster();
        FrontServices.reset(cluster);
        cluster.recreate(List.of(Topics.INTAKE_PRODUCTION, Topics.INTAKE_PROCUREMENT, Topics.CAPABILITY_GAPS,
                Topics.CAPABILITY_ALERTS));
        new Loader(cluster).toIntake(workload);
        String[] settings = FrontServices.settings(bed,
                "--gapwatch.stream.application-id=bench-all-on", "--gapwatch.stream.threads=" + Consumption.THREADS,
                "--gapwatch.state-dir=" + bed.directory().resolve("all-on-state"));
        Held held = new Held();
        List<ConfigurableApplicationContext> contexts = new ArrayList<>();
        try {
            contexts.add(held.start(ProductionService.application(), false, settings));
            contexts.add(held.start(ProcurementService.application(), false, settings));
            contexts.add(held.start(AlertsService.application(), true, settings));
            held.await();
            List<ProjectionRunner> runners = contexts.stream()
                    .flatMap(context -> context.getBean(Projections.class).runners().stream()).toList();
            Measured measured = Measured.of(() -> {
                held.release();
                Watch.await(right, cluster, Topics.CAPABILITY_GAPS, Topics.CAPABILITY_ALERTS, () -> true);
                Await.until("every read model has caught up", () -> runners.stream().allMatch(AllOn::done));
                return (long) events;
            });
            bed.report().figure(Part.D, String.format("D, all on: read models too (%,d events)", events),
                    measured.rate(), "events/s");
            bed.report().figure(Part.D, String.format("D, all on: until every read model caught up (%,d events)",
                    events), measured.nanos() / 1e9, "s");
        } finally {
            contexts.reversed().forEach(ConfigurableApplicationContext::close);
        }
    }

    private static boolean done(ProjectionRunner runner) {
        return runner.status().caughtUp() && runner.status().lag() == 0 && runner.status().failure() == null;
    }
}
