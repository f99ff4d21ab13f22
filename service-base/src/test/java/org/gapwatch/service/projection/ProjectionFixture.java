package org.gapwatch.service.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.service.topics.TopicIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A broker, a server, and projections of a topic of {@link Histories} that each test has for itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProjectionFixture {

    static final int PARTITIONS = 3;
    static final Duration LIMIT = Duration.ofSeconds(30);

    private EmbeddedKafka kafka;
    Admin admin;
    Producer<String, String> producer;
    private MongoClient mongo;
    MongoDatabase database;
    MongoCollection<Document> collection;
    Histories projection;
    final List<ProjectionRunner> runners = new ArrayList<>();
    private final Queue<Exception> unsent = new ConcurrentLinkedQueue<>();
    final Map<String, List<String>> expected = new TreeMap<>();

    /** The server's address, with a database that nobody else uses. */
    abstract String uri();

    abstract DocumentWriter writer();

    /** After everything else. */
    void stopServer() {
    }

    @BeforeAll
    void startServers(@TempDir Path directory) {
        kafka = EmbeddedKafka.start(directory);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        mongo = MongoClients.create(uri());
        database = mongo.getDatabase("gapwatch-test-" + UUID.randomUUID());
    }

    @AfterAll
    void stopServers() {
        admin.close();
        kafka.close();
        database.drop();
        mongo.close();
        stopServer();
    }

    @BeforeEach
    void createTopic() {
        var name = "t" + UUID.randomUUID();
        projection = new Histories(name, name);
        create(name);
        collection = database.getCollection(name);
        expected.clear();
        unsent.clear();
        producer = producer(null);
    }

    @AfterEach
    void stopRunners() {
        Histories.broken = false;
        runners.forEach(ProjectionRunner::stop);
        runners.clear();
        producer.close();
    }

    void createTopicAnew() {
        create(projection.topic());
        expected.clear();
        // An idempotent producer goes on counting from the topic that was.
        producer.close();
        producer = producer(null);
    }

    ProjectionRunner start(DocumentWriter writer) {
        var runner = runner("group-" + projection.name(), writer);
        runners.add(runner);
        runner.start();
        return runner;
    }

    /** One that reads everything for itself, as an instance does that does not know yet that it lost its partitions. */
    ProjectionRunner startOnItsOwn(DocumentWriter writer) {
        var runner = runner("group-" + UUID.randomUUID(), writer);
        runners.add(runner);
        runner.start();
        return runner;
    }

    private ProjectionRunner runner(String group, DocumentWriter writer) {
        return new ProjectionRunner(projection,
                () -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", group, "isolation.level",
                                "read_committed", "enable.auto.commit", false, "auto.offset.reset", "earliest",
                                "max.poll.records", 50, "session.timeout.ms", 6000),
                        new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                database, writer, new TopicIdentity(admin, projection.topic()));
    }

    void send(int records) {
        for (int i = 0; i < records; i++) {
            send("k" + i % 17, UUID.randomUUID().toString());
        }
        producer.flush();
        assertThat(unsent).isEmpty();
    }

    void send(String key, @Nullable String value) {
        var _ = producer.send(new ProducerRecord<>(projection.topic(), key, value), (_, failure) -> {
            if (failure != null) {
                unsent.add(failure);
            }
        });
        if (value == null) {
            expected.remove(key);
        } else {
            expected.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
        }
    }

    void awaitExpected() {
        producer.flush();
        assertThat(unsent).isEmpty();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(stored()).isEqualTo(expected));
    }

    Map<String, List<String>> stored() {
        var stored = new TreeMap<String, List<String>>();
        collection.find(Projected.LIVE).forEach(
                document -> stored.put(document.getString("_id"), document.getList("values", String.class)));
        return stored;
    }

    private void create(String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    KafkaProducer<String, String> producer(@Nullable String transactionalId) {
        // One at a time: of two batches for a partition that is just coming up, the broker may take the second only.
        var config = new HashMap<String, Object>(Map.of("bootstrap.servers", kafka.bootstrapServers(),
                "max.in.flight.requests.per.connection", 1));
        if (transactionalId != null) {
            config.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

}
