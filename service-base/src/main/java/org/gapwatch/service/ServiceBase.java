package org.gapwatch.service;

import org.gapwatch.service.health.HealthConfiguration;
import org.gapwatch.service.projection.ProjectionConfiguration;
import org.gapwatch.service.topics.TopicConfiguration;
import org.gapwatch.service.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that the services share; each service's start class imports it. */
@Configuration(proxyBeanMethods = false)
@Import({TopicConfiguration.class, ProjectionConfiguration.class, HealthConfiguration.class, WebConfiguration.class})
public class ServiceBase {
}
