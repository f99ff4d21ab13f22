package org.gapwatch.bench.live;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Bed;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.gapwatch.service.projection.Projections;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Services as shipped, in this JVM. */
final class LiveServices implements AutoCloseable {

    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    private LiveServices() {
    }

    /** Starts all three, which go by a clock; returns once all are ready. */
    static LiveServices all(Bed bed, Clock clock, String... more) throws Exception {
        return start(bed, clock, more, ProductionService.application(), ProcurementService.application(),
                AlertsService.application());
    }

    /** Starts the alerts service alone; returns once it is ready. */
    static LiveServices alertsOnly(Bed bed, String... more) throws Exception {
        return start(bed, Clock.systemUTC(), more, AlertsService.application());
    }

    private static LiveServices start(Bed bed, Clock clock, String[] more, SpringApplicationBuilder... services)
            throws Exception {
        LiveServices live = new LiveServices();
        try {
            String[] settings = Stream.of(Stream.of(settings(bed.cluster(), bed.mongoUri(), bed.directory())),
                    Stream.of("--server.port=0"), Stream.of(more)).flatMap(part -> part).toArray(String[]::new);
            for (SpringApplicationBuilder service : services) {
                service.initializers(context -> context.getBeanFactory().registerSingleton("benchClock", clock));
                live.contexts.add(service.run(settings));
            }
            for (ConfigurableApplicationContext context : live.contexts) {
                Health health = new Health(port(context));
                Await.until("all services are ready", health::ready);
            }
            return live;
        } catch (Exception e) {
            live.close();
            throw e;
        }
    }

    /** Where a service finds what it needs, as arguments. */
    static String[] settings(Cluster cluster, String mongoUri, Path directory, String... more) {
        return Stream.concat(
                Stream.of(
                        "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                        "--spring.mongodb.uri=" + mongoUri,
                        "--gapwatch.mongodb.single-writer=true",
                        "--gapwatch.topics.replication-factor=1",
                        "--gapwatch.topics.min-insync-replicas=1",
                        "--gapwatch.state-dir=" + directory.resolve("live-state")),
                Stream.of(more)).toArray(String[]::new);
    }

    /** Stops the read models, as in part D, whose rate the load of other parts is told by. */
    void restReadModels() {
        contexts.forEach(context -> context.getBean(Projections.class).stop());
    }

    /** The alerts service, which is the last one. */
    ConfigurableApplicationContext alerts() {
        return contexts.getLast();
    }

    /** Where the alerts service answers. */
    int alertsPort() {
        return port(alerts());
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        contexts.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
