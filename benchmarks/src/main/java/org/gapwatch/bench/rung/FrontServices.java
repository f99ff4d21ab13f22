package org.gapwatch.bench.rung;

import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Await;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.border.FrontService;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.gapwatch.service.projection.ProjectionRunner;
import org.gapwatch.service.projection.Projections;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * The two front services as shipped, in this JVM, with their intake and their projections held, so that each can be
 * measured without the other.
 */
public final class FrontServices implements AutoCloseable {

    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final Cluster cluster;

    private FrontServices(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts both on any free port. */
    static FrontServices start(Cluster cluster, Settings settings) throws InterruptedException {
        FrontServices services = new FrontServices(cluster);
        try {
            services.contexts.add(ProductionService.application().run(settings.arguments()));
            services.contexts.add(ProcurementService.application().run(settings.arguments()));
            services.contexts.forEach(context -> context.getBean(Projections.class).stop());
            for (ConcurrentMessageListenerContainer<?, ?> intake : services.intakes()) {
                intake.pause();
                Await.until("the intake is held", intake::isContainerPaused);
            }
            return services;
        } catch (RuntimeException | InterruptedException e) {
            services.close();
            throw e;
        }
    }

    /** Lets the intake go on, from where it was held. */
    void intake() {
        intakes().forEach(ConcurrentMessageListenerContainer::resume);
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

    /** Drops the read models and builds them anew, for at most so many seconds; tells how many records are left over. */
    long project(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        contexts.forEach(context -> context.getBean(Projections.class).start());
        while (System.nanoTime() < end && !runners().stream().allMatch(FrontServices::done)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        long left = runners().stream().mapToLong(runner -> runner.status().lag()).sum();
        contexts.forEach(context -> context.getBean(Projections.class).stop());
        return left;
    }

    /** Empties the read models. */
    void dropViews() {
        contexts.forEach(context -> context.getBean(MongoDatabase.class).drop());
    }

    private static boolean done(ProjectionRunner runner) {
        return runner.status().caughtUp() && runner.status().lag() == 0 && runner.status().failure() == null;
    }

    private List<ProjectionRunner> runners() {
        return contexts.stream().flatMap(context -> context.getBean(Projections.class).runners().stream()).toList();
    }

    private List<ConcurrentMessageListenerContainer<?, ?>> intakes() {
        List<ConcurrentMessageListenerContainer<?, ?>> intakes = new ArrayList<>();
        for (ConfigurableApplicationContext context : contexts) {
            intakes.add(context.getBean("intakeContainer", ConcurrentMessageListenerContainer.class));
        }
        return intakes;
    }

    @Override
    public void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }

    /** Where the services find what they need. */
    record Settings(String bootstrapServers, String mongoUri, boolean singleWriter) {

        String[] arguments() {
            return new String[]{
                    "--server.port=0",
                    "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                    "--spring.mongodb.uri=" + mongoUri,
                    "--gapwatch.mongodb.single-writer=" + singleWriter,
                    "--gapwatch.topics.replication-factor=1",
                    "--gapwatch.topics.min-insync-replicas=1"};
        }
    }
}
