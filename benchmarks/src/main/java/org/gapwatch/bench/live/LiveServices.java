package org.gapwatch.bench.live;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** All three services as shipped, in this JVM. */
public final class LiveServices implements AutoCloseable {

    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final Cluster cluster;

    private LiveServices(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts them, and returns once all are ready. */
    public static LiveServices start(Cluster cluster, String mongoUri, Path directory) throws InterruptedException {
        LiveServices services = new LiveServices(cluster);
        try {
            String[] settings = settings(cluster, mongoUri, directory, "--server.port=0");
            for (SpringApplicationBuilder service : List
                    .of(ProductionService.application(), ProcurementService.application(),
                            AlertsService.application())) {
                services.contexts.add(service.run(settings));
            }
            for (ConfigurableApplicationContext context : services.contexts) {
                Health health = new Health(port(context));
                Await.until("all services are ready", health::ready);
            }
            return services;
        } catch (RuntimeException | InterruptedException e) {
            services.close();
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

    /** Measures with nothing else to do. */
    public Latency.Percentiles idle() throws Exception {
        try (AlertFeed feed = AlertFeed.connect(port(contexts.getLast()))) {
            return new Latency("idle", cluster, feed, Clock.systemUTC()).measure();
        }
    }

    /** Measures while events come in at a rate. */
    public Latency.Percentiles loaded(Iterable<Published> events, double perSecond) throws Exception {
        try (AlertFeed feed = AlertFeed.connect(port(contexts.getLast()));
                BackgroundLoad _ = new BackgroundLoad(cluster, events, perSecond)) {
            return new Latency("loaded", cluster, feed, Clock.systemUTC()).measure();
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        contexts.reversed().forEach(ConfigurableApplicationContext::close);
    }
}
