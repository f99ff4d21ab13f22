package org.gapwatch.faults.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.bench.harness.Java;

/** One instance of a service, as it is shipped. */
public final class Service extends Node {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    /** Quick to start rather than quick in the long run. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Dorg.springframework.boot.logging.LoggingSystem=none");

    private final Kind kind;
    private final int port = Ports.free();
    private final List<String> arguments;
    private Duration clockOffset = Duration.ZERO;

    Service(Kind kind, int number, Path directory, List<String> arguments) {
        super(kind.label() + "-" + number, directory);
        this.kind = kind;
        this.arguments = new ArrayList<>(arguments);
        this.arguments.add("--server.port=" + port);
        this.arguments.add("--gapwatch.state-dir=" + directory.resolve(name() + "-state"));
    }

    @Override
    Process launch(Path log) throws IOException {
        if (clockOffset.isZero()) {
            return Java.start(kind.main(), OPTIONS, arguments, log);
        }
        List<String> shifted = new ArrayList<>(List.of(kind.name(), clockOffset.toString()));
        shifted.addAll(arguments);
        return Java.start(ShiftedService.class, OPTIONS, shifted, log);
    }

    /** From the next start on it goes by a clock that is off by so much. */
    public void clockOffset(Duration offset) {
        clockOffset = offset;
    }

    /** Which service it is. */
    public Kind kind() {
        return kind;
    }

    /** An address of it. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Whether it says that it is ready. */
    public boolean ready() throws InterruptedException {
        try {
            return alive() && status("/actuator/health/readiness") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** The body of an answer with status 200. */
    public String get(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(name() + " answered " + answer.statusCode() + " to GET " + path);
        }
        return answer.body();
    }

    /** How many records its projections have still to apply. */
    public double projectionLag() throws IOException, InterruptedException {
        return get("/actuator/prometheus").lines().filter(line -> line.startsWith("gapwatch_projection_lag{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
