package org.gapwatch.service.topics;

import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Sets up the topics at start, and offers the admin client that the service shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
public class TopicConfiguration {

    /** Answers in seconds rather than the client's default minute, so that waiting and health stay responsive. */
    private static final int TIMEOUT_MS = 5_000;
    /** The brokers of a cluster that is coming up join within seconds; after this there are no more. */
    private static final Duration TOO_FEW_BROKERS_LIMIT = Duration.ofMinutes(2);

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(KafkaAdmin settings) {
        var config = new HashMap<>(settings.getConfigurationProperties());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        return Admin.create(config);
    }

    @Bean
    TopicDefinitions topicDefinitions(TopicSettings settings) {
        return new TopicDefinitions(settings);
    }

    @Bean
    TopicSetup topicSetup(Admin kafkaAdminClient, TopicDefinitions definitions, TopicSettings settings) {
        return new TopicSetup(kafkaAdminClient, definitions, settings.replicationFactor(), TOO_FEW_BROKERS_LIMIT);
    }
}
