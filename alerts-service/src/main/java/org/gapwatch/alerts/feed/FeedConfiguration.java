package org.gapwatch.alerts.feed;

import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.contract.Topics;
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
    FeedTopics feedTopics(ConsumerFactory<?, ?> kafka, Admin admin, TopicSettings topics) {
        var settings = kafka.getConfigurationProperties();
        return new FeedTopics(new FeedTopic(settings, admin, topics.capabilityAlerts()),
                new FeedTopic(settings, admin, Topics.OPERATOR_ACTIONS));
    }

    @Bean
    FeedLog feedLog(FeedSettings settings, Clock clock) {
        return new FeedLog(settings.recentEvents(), settings.recentSize().toBytes(), clock);
    }

    @Bean
    FeedReader feedReader(FeedTopics topics, FeedLog log, FeedListener listener, Clock clock) {
        return new FeedReader(topics, log, listener, clock);
    }

    /** Buffers of Tomcat's own size would take most of what a client of the stream takes. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return tomcat -> tomcat.setProtocol(SmallBuffersProtocol.class.getName());
    }

    @Bean
    TopicHistory topicHistory(FeedTopics topics) {
        return new TopicHistory(topics);
    }

    /** For readiness: up once the topics have been read to their ends, and while they are read on. */
    @Bean
    HealthIndicator feed(FeedLog log, FeedReader reader) {
        return () -> {
            if (!reader.isReading()) {
                return Health.down().withDetail("reader", "Its thread is not running. Restart the service.").build();
            }
            return (log.isComplete() ? Health.up() : Health.down()).build();
        };
    }

    /** For liveness: down only where an error has ended the reader, which a restart of the process mends. */
    @Bean
    HealthIndicator feedAlive(FeedReader reader) {
        return () -> (reader.isAlive() ? Health.up() : Health.down()).build();
    }
}
