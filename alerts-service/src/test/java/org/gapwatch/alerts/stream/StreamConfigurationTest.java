package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gapwatch.alerts.oracle.Oracle;
import org.gapwatch.alerts.oracle.Vectors;
import org.gapwatch.contract.Event;
import org.gapwatch.service.topics.TopicSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StreamConfigurationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path directory;

    @Test
    void serviceRunsTheStreamAndShowsItsHealth() throws Exception {
        List<Event> events = Vectors.events("random-101");
        try (var broker = new BrokerFixture(directory.resolve("kafka"))) {
            context("spring.kafka.bootstrap-servers=" + broker.kafka.bootstrapServers()).run(context -> {
                assertThat(context).hasNotFailed();
                await().atMost(BrokerFixture.LIMIT).until(() -> status(context, "streams").equals(Status.UP));
                assertThat(status(context, "streamsAlive")).isEqualTo(Status.UP);
                broker.publish(events);
                broker.awaitTold(Oracle.expect(events, TODAY));
                assertThat(context.getBean(MeterRegistry.class).getMeters())
                        .anyMatch(meter -> meter.getId().getName().startsWith("kafka.stream"));
                context.getBean(StreamLifecycle.class).stop();
                assertThat(status(context, "streams")).isEqualTo(Status.DOWN);
            });
        }
    }

    @Test
    void settingThatCannotBeIsNamed() {
        context("gapwatch.stream.threads=0").run(context -> assertThat(context).getFailure().rootCause()
                .hasMessageContaining("gapwatch.stream.threads must be 1 or more, but is 0."));
    }

    private ApplicationContextRunner context(String... properties) {
        return new ApplicationContextRunner().withUserConfiguration(Surroundings.class, StreamConfiguration.class)
                .withPropertyValues("gapwatch.state-dir=" + directory.resolve("state"),
                        // Another number than the topics have: theirs counts.
                        "gapwatch.topics.partitions=5", "gapwatch.topics.replication-factor=1",
                        "gapwatch.topics.min-insync-replicas=1")
                .withPropertyValues(properties);
    }

    private static Status status(ApplicationContext context, String indicator) {
        return Objects.requireNonNull(context.getBean(indicator, HealthIndicator.class).health()).getStatus();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({TopicSettings.class, KafkaProperties.class})
    static class Surroundings {

        @Bean
        Clock clock() {
            return BrokerFixture.noon(TODAY);
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }
}
