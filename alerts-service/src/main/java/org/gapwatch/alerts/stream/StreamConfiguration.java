package org.gapwatch.alerts.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.topics.TopicSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the stream inside the service, and shows its state in health. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

    @Bean
    StreamLifecycle alertsStream(StreamProperties properties, TopicSettings topics, KafkaProperties kafka,
            @Value("${gapwatch.state-dir}") Path stateDirectory,
            @Value("${gapwatch.group-instance-id:}") String groupInstanceId, ObjectProvider<Clock> clock,
            MeterRegistry registry) {
        var settings = new StreamSettings(properties.applicationId(), stateDirectory,
                properties.threads(topics.partitions()),
                properties.standbyReplicas(), topics.replicationFactor(), topics.minInsyncReplicas(),
                groupInstanceId.isBlank() ? null : groupInstanceId);
        var outputs = new OutputTopics(topics.capabilityGaps(), topics.capabilityAlerts(), Topics.REJECTED_EVENTS);
        return new StreamLifecycle(
                () -> new AlertsStream(settings, outputs, kafka.buildStreamsProperties(),
                        clock.getIfAvailable(Clock::systemUTC), registry));
    }

    /** For readiness: up only while the stream reads events. */
    @Bean
    HealthIndicator streams(StreamLifecycle lifecycle) {
        return () -> {
            AlertsStream stream = lifecycle.stream();
            return (stream != null && stream.running() ? Health.up() : Health.down())
                    .withDetail("state", stream == null ? "STOPPED" : stream.state()).build();
        };
    }

    /** For liveness: down only where the stream stopped for an error, which a restart of the process may mend. */
    @Bean
    HealthIndicator streamsAlive(StreamLifecycle lifecycle) {
        return () -> {
            AlertsStream stream = lifecycle.stream();
            return (stream == null || stream.alive() ? Health.up() : Health.down()).build();
        };
    }
}
