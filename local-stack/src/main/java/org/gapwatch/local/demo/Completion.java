package org.gapwatch.local.demo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.contract.Topics;
import org.gapwatch.local.client.Api;

/**
 * Waits until everything that was published to the intake topics has become results that the APIs show. It follows the events from reader to
 * reader: none may have a record left that was there before.
 */
public final class Completion implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final List<String> CANONICAL = List.of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT,
            Topics.PROCUREMENT_ORDERS);

    private final Admin admin;
    private final MongoClient mongo;
    private final Remaining remaining;
    private final Positions positions;
    private final StreamNames names;
    private final Api alerts;

    /**
     * What the names of the stream and of its output topics are, which a person can change.
     *
     * @param application the consumer group of the stream
     */
    public record StreamNames(String application, String gaps, String alerts) {
    }

    /** Of what runs behind these servers under these names, with the alerts-service there. */
    public Completion(String bootstrapServers, String mongodbUri, StreamNames names, Api alerts) {
        this.names = names;
        this.alerts = alerts;
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        mongo = MongoClients.create(mongodbUri);
        remaining = new Remaining(bootstrapServers);
        positions = new Positions(admin,
                mongo.getDatabase(Objects.requireNonNull(new ConnectionString(mongodbUri).getDatabase(), mongodbUri)));
    }

    /** Returns once all is shown; tells at each step what it waits for. */
    public void await(Consumer<String> waitsFor) throws InterruptedException {
        waitsFor.accept("Checking the events");
        group("gapwatch-production-intake", List.of(Topics.INTAKE_PRODUCTION));
        group("gapwatch-procurement-intake", List.of(Topics.INTAKE_PROCUREMENT));
        waitsFor.accept("Computing gaps and alerts");
        group(names.application(), CANONICAL);
        nothingPending();
        waitsFor.accept("Writing the read models");
        projection("gaps", names.gaps());
        projection("alerts", names.alerts());
    }

    private void group(String group, Collection<String> topics) throws InterruptedException {
        until(() -> positions.ofGroup(group, topics));
    }

    private void projection(String collection, String topic) throws InterruptedException {
        until(() -> positions.ofProjection(collection, topic));
    }

    /** What was read is evaluated a little later, all that came in between at once. */
    private void nothingPending() throws InterruptedException {
        while (alerts.metric("gapwatch_capabilities_pending") > 0) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private interface Look {
        Map<TopicPartition, Long> positions() throws InterruptedException;
    }

    private void until(Look look) throws InterruptedException {
        while (!remaining.nothingAfter(look.positions())) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    @Override
    public void close() {
        remaining.close();
        mongo.close();
        admin.close();
    }
}
