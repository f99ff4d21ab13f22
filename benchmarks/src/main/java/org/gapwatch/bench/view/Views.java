package org.gapwatch.bench.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.gapwatch.bench.harness.Await;
import org.gapwatch.bench.harness.Cluster;
import org.gapwatch.bench.harness.Measured;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.gapwatch.service.projection.Projection;
import org.gapwatch.service.projection.ProjectionRunner;
import org.gapwatch.service.projection.Projections;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The read models of both front services as shipped, built from the canonical topics. */
final class Views implements AutoCloseable {

    private static final String DATABASE = "gapwatch_bench";

    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final Cluster cluster;

    private Views(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Builds them from nothing, and leaves nothing behind. Told is the time from letting them go until all are complete. */
    static Measured build(Cluster cluster, MongoServer server, Written listener, long events) throws Exception {
        try (Views views = new Views(cluster)) {
            views.start(ProductionService.application(), server, listener);
            views.start(ProcurementService.application(), server, listener);
            Measured measured = Measured.of(() -> {
                views.contexts.forEach(context -> context.getBean(Projections.class).start());
                Await.until("the read models are complete", views::complete);
                return events;
            });
            views.contexts.forEach(context -> context.getBean(Projections.class).stop());
            views.contexts.forEach(context -> context.getBean(MongoDatabase.class).drop());
            return measured;
        }
    }

    private void start(SpringApplicationBuilder service, MongoServer server, Written listener) {
        service.initializers(context -> ((GenericApplicationContext) context).registerBean(
                MongoClientSettingsBuilderCustomizer.class, () -> settings -> settings.addCommandListener(listener)));
        ConfigurableApplicationContext context = service.run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                "--spring.mongodb.uri=" + server.uri(DATABASE),
                "--gapwatch.mongodb.single-writer=" + server.embedded(),
                "--gapwatch.topics.replication-factor=1",
                "--gapwatch.topics.min-insync-replicas=1");
        contexts.add(context);
        context.getBeansOfType(Projection.class).values()
                .forEach(projection -> listener.indexes(projection.name(), projection.indexes()));
        context.getBean(Projections.class).stop();
        context.getBean(MongoDatabase.class).drop();
    }

    /** Whether all is applied, by what the projections say, and then by what they have stored. */
    private boolean complete() throws ExecutionException, InterruptedException {
        for (ConfigurableApplicationContext context : contexts) {
            if (!context.getBean(Projections.class).runners().stream().allMatch(Views::upToDate)) {
                return false;
            }
        }
        for (ConfigurableApplicationContext context : contexts) {
            for (Projection projection : context.getBeansOfType(Projection.class).values()) {
                if (!stored(context.getBean(MongoDatabase.class).getCollection(projection.name()),
                        cluster.ends(List.of(projection.topic())))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean upToDate(ProjectionRunner runner) {
        return runner.status().caughtUp() && runner.status().lag() == 0 && runner.status().failure() == null;
    }

    private static boolean stored(MongoCollection<Document> collection, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> {
            Document position = collection.find(Filters.eq("_id", "@" + end.getKey().partition())).first();
            return position != null && position.get("next", Number.class).longValue() >= end.getValue();
        });
    }

    @Override
    public void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }
}
