package org.gapwatch.service.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gapwatch.embedded.EmbeddedKafka;
import org.gapwatch.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class ProjectionsTest {

    private static final String TOPIC = "told";

    /** As where everything is processed anew: each database gets all, and not the half. */
    @Test
    void twoDatabasesBesideEachOtherGetAllOfATopic(@TempDir Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory);
                var server = EmbeddedMongo.inMemory();
                var mongo = MongoClients.create(server.uri());
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            var databases = List.of(mongo.getDatabase("gapwatch"), mongo.getDatabase("gapwatch-2"));
            var projections = databases.stream().map(database -> new Projections(List.of(new Histories("told", TOPIC)),
                    new DefaultKafkaConsumerFactory<>(Map.of("bootstrap.servers", kafka.bootstrapServers())), database,
                    admin, new ProjectionSettings("", new ProjectionSettings.Mongodb(true)),
                    new SimpleMeterRegistry())).toList();
            try {
                projections.forEach(Projections::start);
                for (int i = 0; i < 40; i++) {
                    var _ = producer.send(new ProducerRecord<>(TOPIC, "key-" + i, "value"));
                }
                producer.flush();
                databases.forEach(database -> await().atMost(Duration.ofSeconds(60)).untilAsserted(
                        () -> assertThat(database.getCollection("told").countDocuments(Projected.LIVE)).isEqualTo(40)));
            } finally {
                projections.forEach(Projections::stop);
            }
        }
    }
}
