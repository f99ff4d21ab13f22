package org.gapwatch.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.gapwatch.local.demo.Completion.StreamNames;
import org.gapwatch.local.settings.Settings;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;

/** One service that was started, and where it answers. */
record RunningService(Service service, ConfigurableApplicationContext context, URI address) implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Starts a service; returns once it answers HTTP, which is before it is ready. */
    static RunningService start(Service service, Settings settings, List<String> arguments) {
        var context = service.application()
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new RunningService(service, context, settings.address(port));
    }

    /** As alerts-service has them, whichever way they were set; the defaults are those of its own properties. */
    StreamNames streamNames() {
        var environment = context.getEnvironment();
        return new StreamNames(environment.getProperty("gapwatch.stream.application-id", "gapwatch-alerts"),
                environment.getRequiredProperty("gapwatch.topics.capability-gaps"),
                environment.getRequiredProperty("gapwatch.topics.capability-alerts"));
    }

    /** Waits until the service says that it is ready, however long that takes. */
    void awaitReady(HttpClient http) throws InterruptedException {
        while (!ready(http)) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private boolean ready(HttpClient http) throws InterruptedException {
        var readiness = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build();
        try {
            return http.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
