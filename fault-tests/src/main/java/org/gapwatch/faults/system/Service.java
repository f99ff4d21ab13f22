package org.gapwatch.faults.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.bench.harness.Java;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service, as it is shipped. */
public final class Service extends Node {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    /** Quick to start rather than quick in the long run. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Dorg.springframework.boot.logging.LoggingSystem=none");

    private static final String PROJECTION_LAG = "gapwatch_projection_lag{";

    private final Kind kind;
    private final int port = Ports.free();
    private final List<String> arguments;
    private final Path state;
    private Duration clockOffset = Duration.ZERO;

    Service(Kind kind, int number, Path directory, List<String> arguments) {
        super(kind.label() + "-" + number, directory);
        this.kind = kind;
        this.arguments = new ArrayList<>(arguments);
        this.arguments.add("--server.port=" + port);
        state = directory.resolve(name() + "-state");
        this.arguments.add("--gapwatch.state-dir=" + state);
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

    /** Where its state is kept. */
    public Path state() {
        return state;
    }

    /** An address of it. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Whether it says that it is ready. */
    public boolean ready() throws InterruptedException {
        return alive() && answers("/actuator/health/readiness");
    }

    /** Whether it answers a GET with status 200. */
    public boolean answers(String path) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The body of an answer with status 200. */
    public String get(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(name() + " answered " + answer.statusCode() + " to GET " + path);
        }
        return answer.body();
    }

    /** Has all its views rebuilt, and does not wait for it. */
    public void rebuildViews() throws InterruptedException {
        Wait.until("all views of " + name() + " are being rebuilt", () -> {
            for (String view : JsonMapper.shared().readTree(get("/actuator/views")).propertyNames()) {
                HttpRequest request = HttpRequest.newBuilder(uri("/actuator/views/" + view)).timeout(PATIENCE)
                        .POST(BodyPublishers.noBody()).build();
                if (HTTP.send(request, BodyHandlers.discarding()).statusCode() != 200) {
                    return false;
                }
            }
            return true;
        });
    }

    /** How many records its projections have still to apply. */
    public double projectionLag() throws IOException, InterruptedException {
        return sum(metrics(), PROJECTION_LAG);
    }

    /** What it uses now, with so many records that its consumer group has still to read. */
    public Usage usage(long unread) throws IOException, InterruptedException {
        String metrics = metrics();
        double resident = Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) * 1024).sum();
        return new Usage(sum(metrics, "jvm_memory_used_bytes{area=\"heap\""), resident,
                sum(metrics, "jvm_threads_live_threads"), sum(metrics, "process_files_open_files"),
                unread + sum(metrics, PROJECTION_LAG));
    }

    /** Has its garbage collected, all of it, before this returns. */
    public void collectGarbage() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        int answer = new ProcessBuilder(jcmd.toString(), String.valueOf(pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (answer != 0) {
            throw new IOException("jcmd GC.run ended with " + answer + " for " + name());
        }
    }

    private String metrics() throws IOException, InterruptedException {
        return get("/actuator/prometheus");
    }

    private static double sum(String metrics, String beginning) {
        return metrics.lines().filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
