package org.gapwatch.service.health;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.service.projection.Projections;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicators, each named by its bean. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    HealthIndicator broker(Admin admin) {
        return new BrokerHealth(admin);
    }

    @Bean
    HealthIndicator database(MongoDatabase mongoDatabase) {
        return new DatabaseHealth(mongoDatabase);
    }

    @Bean("projectionsHealthIndicator")
    HealthIndicator projectionsHealth(Projections projections) {
        return new ProjectionsHealth(projections);
    }

    @Bean
    HealthIndicator projectionsAlive(Projections projections) {
        return new ProjectionsAlive(projections);
    }
}
