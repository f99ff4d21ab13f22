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
        return ok(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    /**
     * The JSON answered to a POST without a body.
     *
     * @throws UsageException where the service does not answer, or answers with an error
     */
    public JsonNode post(String path) throws InterruptedException {
        return ok(HttpRequest.newBuilder(address.resolve(path)).POST(BodyPublishers.noBody()).build());
    }

    private JsonNode ok(HttpRequest request) throws InterruptedException {
        var answer = send(request);
        if (answer.status() != 200) {
            throw new UsageException(port.server() + " answered " + answer.status() + " to " + request.method() + " "
                    + request.uri() + ": " + answer.body().path("detail").asString("no reason given"));
        }
        return answer.body();
    }

    /**
     * The value of a metric without labels.
     *
     * @throws UsageException where the service does not answer, or does not measure it
     */
    public double metric(String name) throws InterruptedException {
        var measured = text(HttpRequest.newBuilder(address.resolve("/actuator/prometheus")).build()).body();
        return measured.lines().filter(line -> line.startsWith(name + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .orElseThrow(
                        () -> new UsageException(port.server() + " at " + address + " does not measure " + name + "."));
    }

    Answer post(String path, String contentType, byte[] body) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
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
        var response = text(request);
        return new Answer(response.statusCode(), json(response.body()));
    }

    private HttpResponse<String> text(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
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
