package org.gapwatch.border.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A front service that runs against real servers, started in the one way there is. */
public final class RunningService implements AutoCloseable {

    /** An answer: its status, its headers, and its body as JSON (missing where there is none). */
    public record Answer(int status, HttpResponse<String> response, JsonNode body) {

        /** The value of a header, empty where there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a service on the servers of this JVM. */
    public static RunningService start(SpringApplicationBuilder application, String... properties) {
        return startOn(Servers.kafka(), Servers.mongo(), application, properties);
    }

    /** Starts a service on these servers. */
    public static RunningService startOn(String kafka, String mongo, SpringApplicationBuilder application,
            String... properties) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.concat(Stream.of("server.port=0", "spring.kafka.bootstrap-servers=" + kafka,
                "spring.mongodb.uri=" + mongo, "gapwatch.topics.partitions=3", "gapwatch.topics.replication-factor=1",
                "gapwatch.topics.min-insync-replicas=1", "gapwatch.mongodb.single-writer=true"),
                Stream.of(properties)).forEach(property -> arguments.put(property.replaceFirst("=.*", ""), property));
        return new RunningService(application.run(arguments.values().stream().map(property -> "--" + property)
                .toArray(String[]::new)));
    }

    /** The service's beans. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Its answer to a GET. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Its answer to a POST; headers as names and values. */
    public Answer post(String path, String body, String... headers) {
        return send(request(path).POST(BodyPublishers.ofString(body)).headers(headers));
    }

    /** Its answer to a POST of these bytes. */
    public Answer post(String path, byte[] body, String... headers) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)).headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
            return new Answer(response.statusCode(), response,
                    JSON.readTree(json ? response.body() : "{}"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
