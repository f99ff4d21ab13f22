package org.gapwatch.local.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gapwatch.local.compose.ComposeFile.GAPWATCH;
import static org.gapwatch.local.compose.ComposeFile.PROJECT;
import static org.gapwatch.local.compose.Processes.PATIENCE;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gapwatch.embedded.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three services started as the compose file starts them: from the image's layers, with the image's command, and
 * with the environment that the file gives them, in which only hosts, ports and folders are replaced by ours.
 */
@EnabledIfEnvironmentVariable(named = "GAPWATCH_TEST_MONGODB_URI", matches = "mongodb://.+", disabledReason = "GAPWATCH_TEST_MONGODB_URI does not name a MongoDB server; .ci/run starts one")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeEnvironmentIT {

    private static final Pattern GRACE_PERIOD = Pattern.compile("(\\d+)s");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<Process> services = new ArrayList<>();
    private final ConnectionString mongo = new ConnectionString(
            Objects.requireNonNullElse(System.getenv("GAPWATCH_TEST_MONGODB_URI"), "mongodb://127.0.0.1"));
    private final String database = "gapwatch-" + UUID.randomUUID();
    private ComposeFile compose = new ComposeFile(Map.of());
    private Processes processes = new Processes(Path.of(""));

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        compose = ComposeFile.read();
        processes = new Processes(folder);
        processes.start("kafka", folder, Map.of(), List.of(Processes.java(), "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), EmbeddedKafka.class.getName(), folder.resolve("kafka") + ""));
        var broker = processes.awaitOutput("kafka", Pattern.compile("(?m)^127\\.0\\.0\\.1:\\d+$"));
        for (var service : GAPWATCH) {
            ports.put(service, freePort());
            var image = Image.build(service, folder.resolve(service), processes);
            services.add(processes.start(service, image.application(), environment(service, broker, folder),
                    image.command()));
        }
        for (var service : GAPWATCH) {
            await(service).atMost(PATIENCE).until(() -> ready(service));
        }
    }

    @AfterAll
    void stopWithinTheGracePeriod() throws InterruptedException {
        try {
            for (var service : services) {
                service.destroy();
            }
            for (int i = 0; i < services.size(); i++) {
                var grace = GRACE_PERIOD
                        .matcher(String.valueOf(compose.service(GAPWATCH.get(i)).get("stop_grace_period")));
                assertThat(grace.matches()).isTrue();
                assertThat(services.get(i).waitFor(Long.parseLong(grace.group(1)), TimeUnit.SECONDS))
                        .as("%s stops within %s", GAPWATCH.get(i), grace.group()).isTrue();
            }
        } finally {
            processes.close();
            try (var client = MongoClients.create(mongo)) {
                client.getDatabase(database).drop();
            }
        }
    }

    @Test
    void anEventThatIsPublishedBecomesAnAlert() throws IOException, InterruptedException {
        var today = LocalDate.now(Clock.systemUTC());
        assertThat(publish("production-service", "production.line.opened", """
                {"lineId": "line-1", "capability": "ships.frigate", "opensOn": "%s", "monthlyCapacity": 0.5}"""
                .formatted(today.minusMonths(2)))).isEqualTo(202);
        assertThat(publish("procurement-service", "procurement.order.placed", """
                {"orderId": "order-1", "capability": "ships.frigate", "schedule": [{"dueOn": "%s", "quantity": 40}]}"""
                .formatted(today.plusMonths(6)))).isEqualTo(202);
        var alerts = await().atMost(PATIENCE).until(() -> get("alerts-service", "/api/alerts"),
                answer -> answer.contains("ships.frigate:COVERAGE:" + today));
        assertThat(alerts).contains("\"severity\":\"CRITICAL\"");
        await().atMost(PATIENCE).until(() -> get("procurement-service", "/api/orders/ships.frigate/order-1"),
                answer -> answer.contains("order-1"));
    }

    /** Not asked for are counters that begin with the first time something goes wrong inside. */
    @Test
    void whatPrometheusAndGrafanaAskForIsMeasured() throws IOException, InterruptedException {
        assertThat(publish("production-service", "production.line.closed", """
                {"lineId": "line-2", "capability": "ships.frigate", "effectiveOn": "2026-01-01"}""")).isEqualTo(202);
        assertThat(publish("production-service", "production.line.closed", "{}")).isEqualTo(422);
        var measured = new StringBuilder();
        for (var service : GAPWATCH) {
            measured.append(get(service, "/actuator/prometheus"));
        }
        var asked = Files.readString(PROJECT.resolve("deploy/prometheus/rules.yml"))
                + Files.readString(PROJECT.resolve("deploy/grafana/dashboards/gapwatch.json"));
        var names = Pattern.compile("\\b(gapwatch|jvm)_[a-z_]+").matcher(asked).results().map(MatchResult::group)
                .collect(Collectors.toSet());
        names.remove("gapwatch_canonical_skipped_total");
        assertThat(names).hasSizeGreaterThan(7)
                .allSatisfy(name -> assertThat(measured).containsPattern("(?m)^" + name + "[{ ]"));
    }

    /** What the compose file says, with our hosts, ports and folders. */
    private Map<String, String> environment(String service, String broker, Path folder) throws IOException {
        var server = mongo.getHosts().getFirst();
        var own = new LinkedHashMap<String, String>();
        own.put("kafka:19092", broker);
        own.put("mongo:27017/gapwatch", server + "/" + database);
        if (mongo.getRequiredReplicaSetName() == null) {
            own.put("?replicaSet=rs0", "");
        }
        own.put("0.0.0.0", "127.0.0.1");
        own.put("/var/lib/gapwatch", Files.createDirectories(folder.resolve(service + "-state")).toString());
        var environment = compose.environment(service);
        environment.replaceAll((name, value) -> {
            if (value.equals(containerPort(service))) {
                return String.valueOf(ports.get(service));
            }
            for (var replacement : own.entrySet()) {
                value = value.replace(replacement.getKey(), replacement.getValue());
            }
            return value;
        });
        return environment;
    }

    /** The port inside the container that the compose file publishes. */
    private String containerPort(String service) {
        var published = String
                .valueOf(((List<?>) compose.service(service).getOrDefault("ports", List.of())).getFirst());
        return published.substring(published.lastIndexOf(':') + 1);
    }

    /** The image's health check. */
    private boolean ready(String service) throws IOException, InterruptedException {
        assertThat(services).as(() -> processes.printed(service)).allMatch(Process::isAlive);
        return processes.run("ready", PROJECT,
                List.of("bash", PROJECT.resolve("deploy/image/ready").toString(), ports.get(service) + "")) == 0;
    }

    private int publish(String service, String type, String data) throws IOException, InterruptedException {
        var event = """
                {"specversion": "1.0", "id": "%s", "source": "urn:example:compose", "type": "org.gapwatch.%s.v1",
                 "time": "%s", "data": %s}""".formatted(UUID.randomUUID(), type, Clock.systemUTC().instant(), data);
        return http.send(HttpRequest.newBuilder(uri(service, "/api/events")).timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString(event)).build(), BodyHandlers.ofString()).statusCode();
    }

    private String get(String service, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(service, path)).build(), BodyHandlers.ofString()).body();
    }

    private URI uri(String service, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
