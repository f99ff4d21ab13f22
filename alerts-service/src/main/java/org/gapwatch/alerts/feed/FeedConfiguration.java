package org.gapwatch.alerts.feed;

import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.service.topics.TopicSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Puts the feed together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    AlertTopic alertTopic(ConsumerFactory<?, ?> kafka, Admin admin, TopicSettings topics) {
        return new AlertTopic(kafka.getConfigurationProperties(), admin, topics.capabilityAlerts());
    }

    @Bean
    AlertLog alertLog(FeedSettings settings, Clock clock) {
        return new AlertLog(settings.recentEvents(), settings.recentSize().toBytes(), clock);
    }

    @Bean
    AlertTopicReader alertTopicReader(AlertTopic topic, AlertLog log, Clock clock) {
        return new AlertTopicReader(topic, log, clock);
    }

    /** Buffers of Tomcat's own size would take most of what a client of the stream takes. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return tomcat -> tomcat.setProtocol(SmallBuffersProtocol.class.getName());
    }

    @Bean
    TopicHistory topicHistory(AlertTopic topic) {
        return new TopicHistory(topic);
    }

    /** For readiness: up once the alerts topic has been read to its end, and while it is read on. */
    @Bean
    HealthIndicator feed(AlertLog log, AlertTopicReader reader) {
        return () -> {
            if (!reader.isReading()) {
                return Health.down().withDetail("reader", "Its thread is not running. Restart the service.").build();
            }
            return (log.isComplete() ? Health.up() : Health.down()).build();
        };
    }
}
