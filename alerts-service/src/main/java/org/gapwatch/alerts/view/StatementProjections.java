package org.gapwatch.alerts.view;

import org.gapwatch.contract.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A projection of statements for each canonical topic. */
@Configuration(proxyBeanMethods = false)
class StatementProjections {

    @Bean
    StatementProjection lineStatements() {
        return new StatementProjection(EntityKind.LINE);
    }

    @Bean
    StatementProjection referenceStatements() {
        return new StatementProjection(EntityKind.REFERENCE);
    }

    @Bean
    StatementProjection orderStatements() {
        return new StatementProjection(EntityKind.ORDER);
    }
}
