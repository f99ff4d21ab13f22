package org.gapwatch.border.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.gapwatch.border.FrontService;
import org.gapwatch.border.check.BorderCheck;
import org.gapwatch.border.check.EventMemory;
import org.gapwatch.border.write.BorderMetrics;
import org.gapwatch.border.write.BorderProducers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** The listener container of the intake: a Kafka transaction a batch, exactly once. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> intakeContainer(FrontService service, BorderCheck check,
            EventMemory memory, BorderProducers producers, BorderMetrics metrics, IntakeState state,
            ConsumerFactory<?, ?> base,
            @Value("${gapwatch.group-instance-id:}") String instance,
            @Value("${gapwatch.border.intake-threads:2}") int threads) {
        var transactions = new KafkaTransactionManager<>(producers.transactional());
        // So that the memory learns whether what it reserved was committed.
        transactions.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_ALWAYS);

        var properties = new ContainerProperties(service.intakeTopic());
        properties.setGroupId(service.intakeGroup());
        properties.setKafkaAwareTransactionManager(transactions);
        properties.setMessageListener(new IntakeListener(new IntakeReader(service), check, memory,
                new KafkaTemplate<>(producers.transactional()), metrics, state));
        properties.setConsumerRebalanceListener(state);
        // Without it, a batch whose transaction another instance has ended would be passed over.
        properties.setStopContainerWhenFenced(true);

        var container = new ConcurrentMessageListenerContainer<>(consumers(base, instance), properties);
        container.setBeanName("intake");
        container.setConcurrency(threads);
        container.setAfterRollbackProcessor(new RetryWithoutEnd(state));
        return container;
    }

    @Bean
    Gauge intakeLag(ConcurrentMessageListenerContainer<byte[], byte[]> intakeContainer, MeterRegistry registry) {
        return Gauge.builder("gapwatch.intake.lag", intakeContainer, IntakeConfiguration::lag)
                .description("Intake records of the partition furthest behind that are not yet read")
                .baseUnit("records")
                .register(registry);
    }

    private static ConsumerFactory<byte[], byte[]> consumers(ConsumerFactory<?, ?> base, String instance) {
        Map<String, Object> config = new HashMap<>(base.getConfigurationProperties());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        // Or a backlog's batches end where a partition's fetch does, far from full, and each costs a commit.
        config.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        if (!instance.isEmpty()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        }
        return new DefaultKafkaConsumerFactory<>(config) {
            @Override
            protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> complete) {
                return new IntakeConsumer(complete);
            }
        };
    }

    private static double lag(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        return container.metrics().values().stream().flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .filter(metric -> metric.getKey().tags().size() == 1)
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .filter(Double::isFinite).max().orElse(0);
    }
}
