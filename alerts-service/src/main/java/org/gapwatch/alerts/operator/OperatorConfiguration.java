package org.gapwatch.alerts.operator;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.alerts.feed.ActiveAlerts;
import org.gapwatch.service.topics.TopicDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Puts together what writes the actions topic. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    /** One for all instances: who begins to write fences the one that wrote before. */
    private static final String TRANSACTIONAL_ID = "gapwatch-operator-actions";

    @Bean
    ActionTopic actionTopic(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
        return new ActionTopic(() -> producer(producers.getConfigurationProperties()),
                () -> consumer(consumers.getConfigurationProperties()));
    }

    @Bean
    Actions actions(ActionTopic topic, ActiveAlerts alerts, Clock clock) {
        return new Actions(topic, alerts, clock);
    }

    @Bean
    Lapses lapses(Actions actions) {
        return new Lapses(actions);
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> connection) {
        var config = new HashMap<>(connection);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        // A person waits: give up in time to say so, yet outlast a change of leader.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicDefinitions.OUTPUT_MAX_BYTES);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> connection) {
        var config = new HashMap<>(connection);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where the topic was created anew, what was read is void, and is read again.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
