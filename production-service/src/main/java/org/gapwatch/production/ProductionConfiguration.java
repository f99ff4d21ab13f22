package org.gapwatch.production;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import org.gapwatch.border.FrontService;
import org.gapwatch.border.entity.Entities;
import org.gapwatch.border.entity.EntityCollection;
import org.gapwatch.border.entity.EntityProjection;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Topics;
import org.gapwatch.service.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a front service the production-service. */
@Configuration(proxyBeanMethods = false)
class ProductionConfiguration {

    static final EntityCollection LINES = new EntityCollection(EntityKind.LINE, "production-lines",
            List.of("producer", "site", "country"));
    static final EntityCollection REFERENCE = new EntityCollection(EntityKind.REFERENCE, "reference-output", List.of());

    @Bean
    FrontService frontService() {
        return new FrontService("production-service", Topics.INTAKE_PRODUCTION, "gapwatch-production-intake",
                Set.of(EntityKind.LINE, EntityKind.REFERENCE));
    }

    @Bean
    Projection lineProjection() {
        return new EntityProjection(LINES);
    }

    @Bean
    Projection referenceProjection() {
        return new EntityProjection(REFERENCE);
    }

    @Bean
    Entities lineEntities(MongoDatabase database) {
        return new Entities(LINES, database);
    }

    @Bean
    Entities referenceEntities(MongoDatabase database) {
        return new Entities(REFERENCE, database);
    }
}
