package org.gapwatch.bench.rung;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.border.FrontService;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.gapwatch.service.projection.Projections;
import org.springframework.context.ConfigurableApplicationContext;

/** The two front services as shipped, in this JVM, over empty canonical topics and a full intake that is held at first. */
final class FrontServices implements AutoCloseable {

    /** As in the services' own configuration. */
    private static final List<String> INTAKE_GROUPS = List.of("gapwatch-production-intake",
            "gapwatch-procurement-intake");

    private final Cluster cluster;
    private final Held held = new Held();
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    private FrontServices(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts both with their read models at rest; returns once all that is missing is {@link #release}. */
    static FrontServices start(Bed bed) throws Exception {
        Cluster cluster = bed.cluster();
        reset(cluster);
        FrontServices services = new FrontServices(cluster);
        try {
            String[] settings = settings(bed);
            services.contexts.add(services.held.start(ProductionService.application(), false, settings));
            services.contexts.add(services.held.start(ProcurementService.application(), false, settings));
            for (ConfigurableApplicationContext context : services.contexts) {
                context.getBean(Projections.class).stop();
            }
            services.held.await();
            return services;
        } catch (RuntimeException | InterruptedException e) {
            services.close();
            throw e;
        }
    }

    /** As if nothing of the intake was read yet. */
    static void reset(Cluster cluster) throws Exception {
        cluster.recreate(Cluster.CANONICAL);
        for (String group : INTAKE_GROUPS) {
            cluster.forget(group);
        }
    }

    /** Where a service finds what it needs, as arguments. */
    static String[] settings(Bed bed, String... more) throws Exception {
        return Stream.concat(Stream.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bed.cluster().bootstrapServers(),
                "--spring.mongodb.uri=" + bed.mongoUri(),
                "--gapwatch.mongodb.single-writer=true",
                "--gapwatch.topics.replication-factor=1",
                "--gapwatch.topics.min-insync-replicas=1"), Stream.of(more)).toArray(String[]::new);
    }

    /** Lets the intake go. */
    void release() {
        held.release();
    }

    /** Waits until everything in the intake topics is accepted or rejected, and that is committed. */
    void awaitIntake() throws Exception {
        for (ConfigurableApplicationContext context : contexts) {
            FrontService service = context.getBean(FrontService.class);
            var ends = cluster.ends(List.of(service.intakeTopic()));
            Await.until("all of " + service.intakeTopic() + " is read", () -> {
                var committed = cluster.committed(service.intakeGroup());
                return ends.entrySet().stream()
                        .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
            });
        }
    }

    @Override
    public void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }
}
