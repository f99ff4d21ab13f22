package org.gapwatch.bench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service on this machine says about itself. */
public final class Health {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI readiness;

    /** Of the service that listens on that port. */
    public Health(int port) {
        readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    }

    /** Whether it is ready. */
    public boolean ready() throws InterruptedException {
        return up(read());
    }

    /** Whether its stream is RUNNING. */
    boolean streaming() throws InterruptedException {
        return up(read().path("components").path("streams"));
    }

    private static boolean up(JsonNode health) {
        return "UP".equals(health.path("status").asString(""));
    }

    private JsonNode read() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(readiness).build();
            return JsonMapper.shared().readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // It does not listen yet.
            return JsonMapper.shared().createObjectNode();
        }
    }
}
