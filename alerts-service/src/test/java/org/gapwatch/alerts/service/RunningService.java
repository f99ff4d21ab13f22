package org.gapwatch.alerts.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.alerts.oracle.EventJson;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.Topics;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.embedded.EmbeddedMongo;
import org.gapwatch.service.topics.TopicDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The alerts service as a user starts it, on an embedded broker and database, with a producer to its output topics. */
public final class RunningService implements AutoCloseable {

    public static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path directory;
    private final EmbeddedKafka kafka;
    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> settings;
    private Producer<String, String> producer;
    private @Nullable ConfigurableApplicationContext context;

    public RunningService(Path directory, String... settings) {
        this.directory = directory;
        this.settings = List.of(settings);
        kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        start();
        producer = newProducer();
    }

    /** Starts the service, or starts it again; returns once it is ready. */
    public void start() {
        var arguments = new ArrayList<>(List.of("--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(), "--spring.mongodb.uri=" + mongo.uri(),
                "--gapwatch.topics.partitions=2", "--gapwatch.topics.replication-factor=1",
                "--gapwatch.topics.min-insync-replicas=1", "--gapwatch.mongodb.single-writer=true",
                "--gapwatch.group-instance-id=test", "--gapwatch.state-dir=" + directory.resolve("streams")));
        arguments.addAll(settings);
        context = AlertsService.application().run(arguments.toArray(String[]::new));
        await().atMost(LIMIT).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    /** Stops the service, leaving its servers. */
    public void stop() {
        if (context != null) {
            context.close();
        }
    }

    public ApplicationContext context() {
        return Objects.requireNonNull(context);
    }

    public URI uri(String path) {
        var port = context().getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** GETs with a header. */
    public HttpResponse<String> get(String path, String header, String value) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).header(header, value).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public void gap(String key, @Nullable String json) {
        var _ = producer.send(new ProducerRecord<>(Topics.CAPABILITY_GAPS, key, json));
    }

    public void alert(String alertId, @Nullable String json) {
        var _ = producer.send(new ProducerRecord<>(Topics.CAPABILITY_ALERTS, 0, alertId, json));
    }

    /** An event in its canonical topic, as the border writes it; the views have it after {@link #awaitViews()}. */
    public void canonical(Event event) {
        var record = new ProducerRecord<>(Topics.canonical(event.statement().entityKind()),
                event.statement().capability(), EventJson.data(event).toString());
        Map.of("ce_specversion", "1.0", "ce_id", event.id(), "ce_source", event.source(), "ce_type",
                event.statement().type().cloudEventsType(), "ce_time", event.time().toString(), "content-type",
                "application/json").forEach(
                        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        var _ = producer.send(record);
    }

    /** A rejection as the border writes it. */
    public void rejection(String json) {
        var _ = producer.send(new ProducerRecord<>(Topics.REJECTED_EVENTS, null, json));
    }

    /** POSTs JSON. */
    public HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** PUTs JSON. */
    public HttpResponse<String> put(String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> delete(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Drops all read models, as a database that was lost. */
    public void dropDatabase() {
        try (var client = MongoClients.create(mongo.uri())) {
            client.getDatabase(Objects.requireNonNull(new ConnectionString(mongo.uri()).getDatabase())).drop();
        }
    }

    /** Returns once everything sent is in its topic. */
    public void flush() {
        producer.flush();
    }

    public KafkaProducer<String, String> transactionalProducer() {
        var transactional = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers(),
                "transactional.id", UUID.randomUUID().toString()), new StringSerializer(), new StringSerializer());
        transactional.initTransactions();
        return transactional;
    }

    /** Waits until everything sent is applied to the views. */
    public void awaitViews() {
        producer.flush();
        await().atMost(LIMIT).untilAsserted(() -> {
            var metrics = get("/actuator/prometheus").body();
            assertThat(metrics)
                    .contains("gapwatch_projection_lag{projection=\"alerts\"} 0.0")
                    .contains("gapwatch_projection_lag{projection=\"gaps\"} 0.0")
                    .contains("gapwatch_projection_lag{projection=\"operator-actions\"} 0.0")
                    .contains("gapwatch_projection_lag{projection=\"rejected-by-source\"} 0.0")
                    .contains("gapwatch_projection_lag{projection=\"statements-lines\"} 0.0")
                    .contains("gapwatch_projection_lag{projection=\"statements-orders\"} 0.0")
                    .contains("gapwatch_projection_lag{projection=\"statements-reference\"} 0.0");
        });
    }

    /** Deletes the alerts topic and creates it anew, as an operator would. */
    public void recreateAlertsTopic() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(Topics.CAPABILITY_ALERTS)).all().get();
            await().atMost(LIMIT).until(() -> !admin.listTopics().names().get().contains(Topics.CAPABILITY_ALERTS));
            var definitions = context().getBean(TopicDefinitions.class);
            admin.createTopics(definitions.all().stream()
                    .filter(topic -> topic.name().equals(Topics.CAPABILITY_ALERTS)).toList()).all().get();
        }
        producer.close();
        producer = newProducer();
    }

    private Producer<String, String> newProducer() {
        // One at a time: of two batches for a partition that is just coming up, the broker may take the second only.
        return new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0,
                "max.in.flight.requests.per.connection", 1),
                new StringSerializer(), new StringSerializer());
    }

    @Override
    public void close() {
        producer.close();
        stop();
        http.close();
        mongo.close();
        kafka.close();
    }
}
