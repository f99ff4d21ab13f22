package org.gapwatch.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.gapwatch.embedded.DirectoryLock;
import org.gapwatch.local.demo.Completion.StreamNames;
import org.gapwatch.local.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The embedded servers and the three services in this JVM.
 *
 * <p>
 * Closing it stops the services first, then the servers, and may happen at any time, also while it starts.
 */
public final class Stack implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final Path data;
    private String bootstrapServers = "";
    private String mongodbUri = "";
    private @Nullable StreamNames streamNames;
    private boolean closed;

    /** A stack that keeps its data below a directory, and does nothing yet. */
    public Stack(Path data) {
        this.data = data;
    }

    /**
     * Starts everything; returns once all services are ready.
     *
     * @throws org.gapwatch.local.UsageException where a port is in use
     * @throws org.gapwatch.embedded.DirectoryInUseException where another process uses the data directory
     * @throws StackException where a service cannot start, with the reason
     */
    public void start(Settings settings) throws InterruptedException {
        try {
            keep(DirectoryLock.acquire(data));
            FreePorts.require(settings);
            var servers = keep(Servers.start(settings, data));
            bootstrapServers = servers.bootstrapServers();
            mongodbUri = servers.mongodbUri();
            startServices(settings, servers.arguments());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The address of the broker. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The connection string of the database. */
    public String mongodbUri() {
        return mongodbUri;
    }

    /** The names in use of the stream of alerts-service and of its output topics. */
    public StreamNames streamNames() {
        return Objects.requireNonNull(streamNames, "alerts-service was not started");
    }

    /** Whether anything of it has been started and not been stopped. */
    public synchronized boolean isRunning() {
        return !started.isEmpty();
    }

    /** Where production-service answers. */
    public URI production() {
        return address(Service.PRODUCTION);
    }

    /** Where procurement-service answers. */
    public URI procurement() {
        return address(Service.PROCUREMENT);
    }

    /** Where alerts-service answers. */
    public URI alerts() {
        return address(Service.ALERTS);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Closing.allOf(started);
    }

    private void startServices(Settings settings, List<String> common) throws InterruptedException {
        // Each would set up the logging of the whole process, all at the same time.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat leaves the folder of the first one here. Of a stack that was stopped it is gone, and three that make it again
        // at the same time fail.
        System.clearProperty("catalina.home");
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(Service.values().length)) {
            var starting = new ExecutorCompletionService<RunningService>(threads);
            for (var service : Service.values()) {
                starting.submit(() -> startService(service, settings, common, http));
            }
            try {
                for (var left = Service.values().length; left > 0; left--) {
                    var running = starting.take().get();
                    addresses.put(running.service(), running.address());
                    if (running.service() == Service.ALERTS) {
                        streamNames = running.streamNames();
                    }
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof StackException reason
                        ? reason
                        : new StackException("A service", e.getCause());
            } finally {
                // Where one failed, the others need not become ready.
                threads.shutdownNow();
            }
        }
    }

    private RunningService startService(Service service, Settings settings, List<String> common, HttpClient http)
            throws InterruptedException {
        try {
            var running = keep(RunningService.start(service, settings, arguments(service, settings, common)));
            running.awaitReady(http);
            return running;
        } catch (RuntimeException e) {
            throw new StackException(service.port().server(), e);
        }
    }

    private List<String> arguments(Service service, Settings settings, List<String> common) {
        return Stream.concat(common.stream(), Stream.of(
                "--server.port=" + settings.port(service.port()),
                "--server.address=" + settings.bindAddress(),
                "--gapwatch.state-dir=" + data.resolve("streams")))
                .toList();
    }

    private URI address(Service service) {
        return Objects.requireNonNull(addresses.get(service), () -> service + " was not started");
    }

    private synchronized <T extends AutoCloseable> T keep(T resource) {
        started.push(resource);
        if (closed) {
            Closing.allOf(started);
            throw new IllegalStateException("stopped while it started");
        }
        return resource;
    }
}
