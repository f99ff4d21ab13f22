package org.gapwatch.alerts;

import java.time.Clock;
import org.gapwatch.service.ServiceBase;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The alerts service. Main, the local stack and the tests all start it by {@link #application()}. */
@SpringBootApplication
@Import(ServiceBase.class)
public class AlertsService {

    /** The service, ready to be given further properties and run. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(AlertsService.class).properties("spring.config.name=alerts-service",
                "spring.jmx.enabled=false");
    }

    /** The time that the whole service goes by; tests give another. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Runs the service until the process is stopped. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
