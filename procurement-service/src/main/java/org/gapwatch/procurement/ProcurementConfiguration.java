package org.gapwatch.procurement;

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

/** What makes a front service the procurement-service. */
@Configuration(proxyBeanMethods = false)
class ProcurementConfiguration {

    static final EntityCollection ORDERS = new EntityCollection(EntityKind.ORDER, "orders",
            List.of("buyer", "supplier"));

    @Bean
    FrontService frontService() {
        return new FrontService("procurement-service", Topics.INTAKE_PROCUREMENT, "gapwatch-procurement-intake",
                Set.of(EntityKind.ORDER));
    }

    @Bean
    Projection orderProjection() {
        return new EntityProjection(ORDERS);
    }

    @Bean
    Entities orderEntities(MongoDatabase database) {
        return new Entities(ORDERS, database);
    }
}
