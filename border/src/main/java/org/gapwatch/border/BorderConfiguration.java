package org.gapwatch.border;

import java.time.Clock;
import org.gapwatch.border.check.BorderSettings;
import org.gapwatch.border.check.EventMemory;
import org.gapwatch.service.ServiceBase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** All of the border; a front service imports it and declares its {@link FrontService}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import(ServiceBase.class)
@EnableScheduling
@EnableConfigurationProperties(BorderSettings.class)
public class BorderConfiguration {

    @Bean
    EventMemory eventMemory(BorderSettings settings) {
        return new EventMemory(settings.memory());
    }

    /** A body is an event's, whatever its content type; Tomcat would read a form's away, for its parameters. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> formsAreNotRead() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
