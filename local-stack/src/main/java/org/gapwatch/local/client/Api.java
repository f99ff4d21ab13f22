package org.gapwatch.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.settings.Port;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One service's HTTP API. */
public final class Api implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Port port;
    private final URI address;

    /** An answer: its status and its body, which is "missing" where it is no JSON. */
    record Answer(int status, JsonNode body) {
    }

    public Api(Port port, URI address) {
        this.port = port;
        this.address = address;
    }

    /**
     * The JSON at a path.
     *
     * @throws UsageException where the service does not answer, or answers with an error
     */
    public JsonNode get(String path) throws InterruptedException {
        var answer = send(HttpRequest.newBuilder(address.resolve(path)).build());
        if (answer.status() != 200) {
            throw new UsageException(port.server() + " answered " + answer.status() + " to GET " + address.resolve(path)
                    + ": " + answer.body().path("detail").asString("no reason given"));
        }
        return answer.body();
    }

    Answer post(String path, String contentType, String body) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpClient http() {
        return http;
    }

    URI address() {
        return address;
    }

    UsageException unreachable(IOException cause) {
        return new UsageException(port.server() + " does not answer at " + address
                + ". Start it with ./gapwatch up, or set " + port.variable() + " to the port that it listens on.",
                cause);
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
