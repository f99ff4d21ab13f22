package org.gapwatch.service.projection;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gapwatch.service.topics.TopicIdentity;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/** All projections of a service: their start, their stop, how they stand, and their metrics. */
public final class Projections implements SmartLifecycle {

    private static final int MAX_RECORDS = 2000;

    private final List<ProjectionRunner> runners;
    private volatile boolean running;

    Projections(List<Projection> projections, ConsumerFactory<?, ?> kafka, MongoDatabase database, Admin admin,
            ProjectionSettings settings, MeterRegistry metrics) {
        var writer = settings.mongodb().singleWriter() ? new SingleWriter() : new GuardedWriter();
        runners = projections.stream()
                .map(projection -> new ProjectionRunner(projection,
                        () -> consumer(projection, kafka, database.getName(), settings),
                        database, writer,
                        new TopicIdentity(admin, projection.topic())))
                .toList();
        for (var runner : runners) {
            Gauge.builder("gapwatch.projection.lag", runner, each -> each.status().lag())
                    .tag("projection", runner.name())
                    .description("Records that the projection has still to apply.").register(metrics);
            Gauge.builder("gapwatch.projection.failing", runner, each -> each.status().failure() == null ? 0 : 1)
                    .tag("projection", runner.name())
                    .description("1 while the projection cannot go on and tries again.").register(metrics);
        }
    }

    private static Consumer<byte[], byte[]> consumer(Projection projection, ConsumerFactory<?, ?> kafka,
            String database, ProjectionSettings settings) {
        var config = new HashMap<>(kafka.getConfigurationProperties());
        // Two databases beside each other each want all of a topic.
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "gapwatch.projection." + database + "." + projection.name());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "projection-" + projection.name());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
        if (!settings.groupInstanceId().isEmpty()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.groupInstanceId() + "-" + projection.name());
        }
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Each projection's runner. */
    public List<ProjectionRunner> runners() {
        return runners;
    }

    @Override
    public void start() {
        runners.forEach(ProjectionRunner::start);
        running = true;
    }

    @Override
    public void stop() {
        runners.parallelStream().forEach(ProjectionRunner::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
