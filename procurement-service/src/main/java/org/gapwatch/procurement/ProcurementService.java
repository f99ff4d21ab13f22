package org.gapwatch.procurement;

import org.gapwatch.border.BorderConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The procurement-service. */
@SpringBootApplication
@Import(BorderConfiguration.class)
public class ProcurementService {

    /** Runs the service by itself. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The one way in which the service is started: by itself, with others in one JVM, or in a test. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ProcurementService.class)
                .properties("spring.config.name=procurement-service");
    }
}
